// SPDX-License-Identifier: GPL-3.0-or-later
// Shared tables, built when first asked for.
#include "searcher/archive_state.hpp"

#include <functional>
#include <utility>
#include <vector>

#include "analysis/word_tables.hpp"

namespace fihrist {
namespace {

/// A server meets the same few thousand questions; beyond that the oldest answer is as good as any to drop.
constexpr std::size_t max_counts_kept = 4096;
/// A page of answers is some 10 kB.
constexpr std::size_t max_answers_kept = 1024;
/// One for each set of shards that answers, or revision that is read.
constexpr std::size_t max_years_kept = 64;
/// The words of some 20,000 articles of usual length, and some 4,000 whole articles.
constexpr std::size_t most_word_bytes = std::size_t{32} * 1024 * 1024;
constexpr std::size_t most_article_bytes = std::size_t{16} * 1024 * 1024;

Lexicon indexed_by_stem(Lexicon lexicon) {
  lexicon.build_stem_index();
  return lexicon;
}

std::uint64_t hash_of(const std::vector<OwnName>& names, const std::vector<OwnPlural>& plurals) {
  std::string text;
  const auto add = [&](const std::vector<std::string>& words) {
    for (const std::string& word : words) text.append(word).push_back('\t');
    text.push_back('\n');
  };
  for (const OwnName& name : names) {
    for (const auto* words : {&name.latin, &name.arabic, &name.ambiguous}) add(*words);
    text.push_back(name.removed ? '-' : '+');
  }
  for (const OwnPlural& row : plurals) {
    add(row.plurals);
    text.append(row.singular).push_back(row.forbidden ? '-' : '+');
  }
  return text.empty() ? 0 : std::hash<std::string>{}(text);
}

}  // namespace

ArchiveState::ArchiveState(std::filesystem::path generation, Manifest manifest, Lexicon lexicon,
                           const ArchivePlurals& plurals, const ArchiveNames& names, RecordCodec codec)
    : generation_(std::move(generation)),
      manifest_(std::move(manifest)),
      lexicon_(indexed_by_stem(std::move(lexicon))),
      expansion_(WordTables::shipped(), lexicon_, analyzer_, plurals, names),
      codec_(std::move(codec)),
      own_words_(hash_of(names.own, plurals.own)),
      word_sequences_(most_word_bytes),
      articles_(most_article_bytes) {}

const WordOrder& ArchiveState::word_order() const {
  const std::lock_guard lock(mutex_);
  if (!word_order_) word_order_ = std::make_unique<const WordOrder>(lexicon_);
  return *word_order_;
}

const NameCandidates& ArchiveState::name_candidates() const {
  const std::lock_guard lock(mutex_);
  if (!name_candidates_) name_candidates_ = std::make_unique<const NameCandidates>(lexicon_);
  return *name_candidates_;
}

const FourGramTable& ArchiveState::four_gram_table() const {
  const std::lock_guard lock(mutex_);
  if (!four_grams_) four_grams_ = std::make_shared<const FourGramTable>(lexicon_);
  return *four_grams_;
}

void ArchiveState::inherit(const ArchiveState& earlier) {
  std::shared_ptr<const FourGramTable> kept;
  {
    const std::lock_guard lock(earlier.mutex_);
    kept = earlier.four_grams_;
  }
  if (!kept || kept->lexicon_size() + kept->lexicon_size() / 20 < lexicon_.size()) return;
  const std::lock_guard lock(mutex_);
  four_grams_ = std::move(kept);
}

std::optional<MatchCounts> ArchiveState::counts(const std::string& query_key) const {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(query_key);
  return found == counts_.end() ? std::nullopt : std::optional(found->second);
}

void ArchiveState::keep_counts(const std::string& query_key, MatchCounts counts) const {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= max_counts_kept) counts_.clear();
  counts_.insert_or_assign(query_key, std::move(counts));
}

std::shared_ptr<const std::vector<std::int16_t>> ArchiveState::years(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  const auto found = years_.find(key);
  return found == years_.end() ? nullptr : found->second;
}

void ArchiveState::keep_years(const std::string& key,
                              std::shared_ptr<const std::vector<std::int16_t>> years) const {
  const std::lock_guard lock(mutex_);
  if (years_.size() >= max_years_kept) years_.clear();
  years_.insert_or_assign(key, std::move(years));
}

std::shared_ptr<const SearchResults> ArchiveState::answer(const std::string& request_key) const {
  const std::lock_guard lock(mutex_);
  const auto found = answers_.find(request_key);
  return found == answers_.end() ? nullptr : found->second;
}

void ArchiveState::keep_answer(const std::string& request_key,
                               std::shared_ptr<const SearchResults> answer) const {
  const std::lock_guard lock(mutex_);
  if (answers_.size() >= max_answers_kept) answers_.clear();
  answers_.insert_or_assign(request_key, std::move(answer));
}

}  // namespace fihrist
