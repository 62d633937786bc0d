// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and frequencies, kept, and values, asked for together.
#include "searcher/shard_reads.hpp"

#include <fmt/format.h>

#include <limits>
#include <utility>

#include "schema/shard_note.hpp"

namespace fihrist {
namespace {

/// A document is some kilobytes.
constexpr std::size_t most_documents = 2000;
constexpr std::size_t most_frequencies = 100'000;
constexpr std::size_t most_value_bytes = std::size_t{8} * 1024 * 1024;
/// What a value takes beside its bytes: a node of the table. Most articles have no cluster.
constexpr std::size_t value_node_bytes = 80;

std::uint64_t value_key(Xapian::docid number, Slot slot) {
  return std::uint64_t{static_cast<std::uint32_t>(slot)} << 32U | number;
}

}  // namespace

void carry_value(Xapian::Enquire& enquire, Slot slot) {
  // What Xapian collapses by it sends along. With so many allowed to be alike, nothing is collapsed.
  enquire.set_collapse_key(static_cast<Xapian::valueno>(slot), std::numeric_limits<Xapian::doccount>::max());
}

ShardReads::ShardReads(std::vector<std::uint32_t> numbers, std::uint32_t of)
    : numbers_(std::move(numbers)), of_(of), present_(fmt::format("{} ", fmt::join(numbers_, ","))) {}

ShardCoverage ShardReads::coverage() const noexcept {
  return {.answered = static_cast<std::uint32_t>(numbers_.size()), .of = of_};
}

Xapian::Document ShardReads::document(const Xapian::Database& database, Xapian::docid number) {
  const auto known = documents_.find(number);
  if (known != documents_.end()) return known->second;
  return documents_.emplace(number, database.get_document(number)).first->second;
}

/// Xapian numbers the documents of several databases in turn: the inverse of that, and of dealing them out.
Xapian::Query ShardReads::article(Xapian::docid number) const {
  const std::uint64_t searched = numbers_.size();
  const std::uint64_t shard = numbers_[(number - 1) % searched], row = (number - 1) / searched;
  return Xapian::Query(shard_rank_term(row * of_ + shard - 1));
}

std::vector<std::string> ShardReads::values(const Xapian::Database& database,
                                            const std::vector<Xapian::docid>& numbers, Slot slot) const {
  std::vector<Xapian::Query> articles;
  for (const Xapian::docid number : numbers) articles.push_back(article(number));
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, articles.begin(), articles.end()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  carry_value(enquire, slot);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(numbers.size()));
  std::unordered_map<Xapian::docid, std::string> by_number;
  for (auto match = found.begin(); match != found.end(); ++match)
    by_number.emplace(*match, match.get_collapse_key());
  std::vector<std::string> values;
  for (const Xapian::docid number : numbers) values.push_back(by_number[number]);
  return values;
}

void ShardReads::read(const Xapian::Database& database, const std::vector<Xapian::docid>& numbers,
                      Slot slot) {
  std::vector<Xapian::docid> unknown;
  for (const Xapian::docid number : numbers)
    if (!values_.contains(value_key(number, slot)) && !documents_.contains(number)) unknown.push_back(number);
  if (unknown.size() < 2) return;
  std::vector<std::string> found = values(database, unknown, slot);
  for (std::size_t i = 0; i < unknown.size(); ++i) keep(unknown[i], slot, std::move(found[i]));
}

const std::string& ShardReads::keep(Xapian::docid number, Slot slot, std::string value) {
  value_bytes_ += value.size() + value_node_bytes;
  return values_.emplace(value_key(number, slot), std::move(value)).first->second;
}

const std::string& ShardReads::value(const Xapian::Database& database, Xapian::docid number, Slot slot) {
  const auto known = values_.find(value_key(number, slot));
  if (known != values_.end()) return known->second;
  return keep(number, slot, document(database, number).get_value(static_cast<Xapian::valueno>(slot)));
}

Xapian::doccount ShardReads::frequency(const Xapian::Database& database, const std::string& term) {
  const auto known = frequencies_.find(term);
  if (known != frequencies_.end()) return known->second;
  return frequencies_.emplace(term, database.get_termfreq(term)).first->second;
}

void ShardReads::count(const Xapian::Database& database, const std::vector<std::string>& terms) {
  std::vector<std::string> unknown;
  for (const std::string& term : terms)
    if (!frequencies_.contains(term)) unknown.push_back(term);
  if (unknown.size() < 2) return;
  // A search learns the frequencies of its terms from all shards before it begins; no match is wanted.
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, unknown.begin(), unknown.end()));
  const Xapian::MSet counted = enquire.get_mset(0, 0);
  for (const std::string& term : unknown) frequencies_.emplace(term, counted.get_termfreq(term));
}

void ShardReads::trim() {
  if (documents_.size() > most_documents) documents_.clear();
  if (value_bytes_ > most_value_bytes) {
    values_.clear();
    value_bytes_ = 0;
  }
  if (frequencies_.size() > most_frequencies) frequencies_.clear();
}

}  // namespace fihrist
