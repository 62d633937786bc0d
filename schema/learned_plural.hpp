// SPDX-License-Identifier: GPL-3.0-or-later
// Broken plurals that an archive taught its indexer, with the evidence for each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// How a noun is used, counted over its bare and definite forms.
struct NounUse {
  std::uint32_t occurrences = 0;
  std::uint32_t definite = 0;   ///< of them with the article
  std::uint32_t plural = 0;     ///< behind a number from three to ten, or «جميع», «عدة» …
  std::uint32_t feminine = 0;   ///< with the article, beside «هذه», «التي» or a feminine adjective
  std::uint32_t masculine = 0;  ///< the same in the masculine
  friend bool operator==(const NounUse&, const NounUse&) = default;
};

/// A pair of folded bare words.
struct LearnedPlural {
  std::string singular;
  std::string plural;
  /// Logarithm of the odds that they are singular and plural of one noun, in hundredths.
  std::int32_t score = 0;
  bool joined = false;          ///< certain enough to be searched for each other; otherwise a suggestion
  std::int32_t similarity = 0;  ///< of their neighbours, 0 to 100
  NounUse singular_use, plural_use;
  friend bool operator==(const LearnedPlural&, const LearnedPlural&) = default;
};

/// The value of the metadata key `learned_plurals_key`: one line a pair, best first, columns in the order of
/// the fields above with tabs between.
std::string to_lines(const std::vector<LearnedPlural>& plurals);
/// The inverse; empty text has none. Throws Error(damaged).
std::vector<LearnedPlural> parse_learned_plurals(std::string_view lines);

inline constexpr const char* learned_plurals_key = "plurals";

}  // namespace fihrist
