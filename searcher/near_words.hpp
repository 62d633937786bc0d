// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a collection that are spelt almost like another one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schema/lexicon.hpp"

namespace fihrist {

struct NearWord {
  WordId id = 0;
  double cost = 0;  ///< see spelling_cost()
};

/// Words of the collection at one edit from a folded word; at two, the first of them a usual confusion (ض/ظ,
/// ت/ط …), when the word has eight letters or more. Cheapest first, then the most frequent, then the earliest
/// in the lexicon. Empty for words of fewer than four letters, where one edit makes any word of any other.
std::vector<NearWord> near_words(const Lexicon& lexicon, std::string_view word, std::size_t limit);

/// Stems at one edit from the word or from its stem, without the stem itself, in the order of near_words():
/// what a derived form (قانون, قانوني; يدعم, تدعم) or a slip of the pen is filed under.
std::vector<std::string> near_stems(const Lexicon& lexicon, std::string_view word, std::string_view stem,
                                    std::size_t limit);

}  // namespace fihrist
