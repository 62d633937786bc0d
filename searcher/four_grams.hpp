// SPDX-License-Identifier: GPL-3.0-or-later
// Four letters in a row: what words of one root and spellings of one name still share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

/// The four-grams of every word of a lexicon, numbered, with the articles that hold each counted from above:
/// the sum over the words that hold it. Immutable and safe to share between threads.
class FourGramTable {
 public:
  explicit FourGramTable(const Lexicon& lexicon);

  /// The number of a four-gram that some word holds.
  std::optional<std::uint32_t> find(FourGram gram) const;
  /// Numbers are below this.
  std::size_t size() const noexcept { return frequencies_.size(); }
  std::uint64_t frequency(std::uint32_t number) const { return frequencies_[number]; }
  /// The words that hold it, by number; one that holds it twice comes twice. Words that came after the table
  /// was made are not among them.
  std::span<const WordId> words_with(std::uint32_t number) const;
  std::size_t lexicon_size() const noexcept { return lexicon_size_; }

 private:
  std::unordered_map<FourGram, std::uint32_t> numbers_;
  std::vector<std::uint64_t> frequencies_;
  /// The words of gram g are words_[begins_[g]] up to words_[begins_[g + 1]].
  std::vector<std::uint32_t> begins_;
  std::vector<WordId> words_;
  std::size_t lexicon_size_;
};

}  // namespace fihrist
