// SPDX-License-Identifier: GPL-3.0-or-later
// Reading from shards, where each question that is asked alone costs a round trip. Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/fields.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/shard_options.hpp"

namespace fihrist {

/// What one thread has read of one database over shards. Shards never change, so it is kept from one call to
/// the next, up to a bound. Throws Xapian's errors.
class ShardReads {
 public:
  /// `numbers` are those of the shards that are searched, of so many in all.
  ShardReads(std::vector<std::uint32_t> numbers, std::uint32_t of);

  ShardCoverage coverage() const noexcept;
  /// Tells one set of shards from another.
  const std::string& present() const noexcept { return present_; }

  /// A round trip for each that was not read before.
  Xapian::Document document(const Xapian::Database& database, Xapian::docid number);
  /// Reads a value of all these in one question a shard, so that value() need not ask.
  void read(const Xapian::Database& database, const std::vector<Xapian::docid>& numbers, Slot slot);
  /// A value of a document, as it was read, or with the whole document. Until trim().
  const std::string& value(const Xapian::Database& database, Xapian::docid number, Slot slot);
  /// Articles with a term.
  Xapian::doccount frequency(const Xapian::Database& database, const std::string& term);
  /// Learns the frequencies of all these terms in one question a shard.
  void count(const Xapian::Database& database, const std::vector<std::string>& terms);

  /// The article as its shard knows it: a term that no other has.
  Xapian::Query article(Xapian::docid number) const;

  /// Drops what is kept when it is much; to be called between two calls.
  void trim();

 private:
  /// In the order of the numbers.
  std::vector<std::string> values(const Xapian::Database& database, const std::vector<Xapian::docid>& numbers,
                                  Slot slot) const;
  const std::string& keep(Xapian::docid number, Slot slot, std::string value);

  std::vector<std::uint32_t> numbers_;
  std::uint32_t of_;
  std::string present_;
  std::unordered_map<Xapian::docid, Xapian::Document> documents_;
  std::unordered_map<std::uint64_t, std::string> values_;  ///< by slot and number
  std::size_t value_bytes_ = 0;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
};

/// Has matches carry a value, which get_collapse_key() of each then gives: so it comes with them over a
/// network.
void carry_value(Xapian::Enquire& enquire, Slot slot);

}  // namespace fihrist
