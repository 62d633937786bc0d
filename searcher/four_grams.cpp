// SPDX-License-Identifier: GPL-3.0-or-later
// Letters packed four to a number.
#include "searcher/four_grams.hpp"

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr unsigned letter_bits = 16;
constexpr std::size_t gram_letters = 4;

/// Calls `use` with every gram; shared so that counting a lexicon builds no vectors.
template <typename Use>
void for_each_gram(std::string_view word, Use&& use) {
  FourGram gram = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    gram = (gram << letter_bits) | (next_code_point(word, at) & 0xFFFFU);
    if (++letters >= gram_letters) use(gram);
  }
  if (letters > 0 && letters < gram_letters) use(gram);
}

}  // namespace

std::vector<FourGram> four_grams(std::string_view word) {
  std::vector<FourGram> grams;
  for_each_gram(word, [&](FourGram gram) { grams.push_back(gram); });
  return grams;
}

FourGramFrequencies::FourGramFrequencies(const Lexicon& lexicon) : lexicon_size_(lexicon.size()) {
  frequencies_.reserve(lexicon_size_);
  for (WordId id = 0; id < lexicon_size_; ++id) {
    const std::uint32_t articles = lexicon.frequency(id);
    for_each_gram(lexicon.word(id), [&](FourGram gram) { frequencies_[gram] += articles; });
  }
}

std::uint64_t FourGramFrequencies::frequency(FourGram gram) const {
  const auto found = frequencies_.find(gram);
  return found == frequencies_.end() ? 0 : found->second;
}

}  // namespace fihrist
