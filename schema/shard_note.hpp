// SPDX-License-Identifier: GPL-3.0-or-later
// What a part of an archive says of itself, so that only parts of one cut are searched together.
#pragma once

#include <cstdint>
#include <string>

namespace fihrist {

/// Stored as JSON under the metadata key "shard" of each part; an index that is whole has none. All parts of
/// a cut hold the same manifest and lexicon, those of the whole archive: a word has one number and one stem
/// in all of them.
struct ShardNote {
  std::string cut;             ///< equal on the parts of one cut, and on no other's
  std::uint32_t number = 0;    ///< from 1
  std::uint32_t of = 0;        ///< parts of the cut
  std::uint64_t articles = 0;  ///< in this part
  friend bool operator==(const ShardNote&, const ShardNote&) = default;
};

std::string to_json(const ShardNote& note);
/// Throws Error(mismatch) for an empty text, which an index has that is no part; Error(damaged) for one that
/// cannot be read.
ShardNote parse_shard_note(const std::string& json);

/// A term of each article in a shard, beside those of its fields: its number in the whole, from 0. By it
/// servers that know no numbers of the whole are asked for some articles at once.
std::string shard_rank_term(std::uint64_t rank);

/// Metadata key.
inline constexpr const char* shard_key = "shard";

}  // namespace fihrist
