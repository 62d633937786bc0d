// SPDX-License-Identifier: GPL-3.0-or-later
// Four letters in a row: what words of one root and spellings of one name still share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/lexicon.hpp"

namespace fihrist {

/// Four code points; the letters of a shorter word padded with zeroes. Letters beyond U+FFFF share keys,
/// which only ever costs a little precision.
using FourGram = std::uint64_t;

/// The four-grams of a folded word in order; a word of four letters or fewer has one.
std::vector<FourGram> four_grams(std::string_view word);

/// How many articles hold each four-gram, from above: the sum over the words that hold it.
/// Immutable and safe to share between threads.
class FourGramFrequencies {
 public:
  explicit FourGramFrequencies(const Lexicon& lexicon);
  std::uint64_t frequency(FourGram gram) const;
  std::size_t lexicon_size() const noexcept { return lexicon_size_; }

 private:
  std::unordered_map<FourGram, std::uint64_t> frequencies_;
  std::size_t lexicon_size_;
};

}  // namespace fihrist
