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

FourGramTable::FourGramTable(const Lexicon& lexicon) {
  numbers_.reserve(lexicon.size());
  begins_.reserve(lexicon.size() + 1);
  begins_.push_back(0);
  for (WordId id = 0; id < lexicon.size(); ++id) {
    const std::uint32_t articles = lexicon.frequency(id);
    for_each_gram(lexicon.word(id), [&](FourGram gram) {
      const auto next = static_cast<std::uint32_t>(frequencies_.size());
      const auto [known, added] = numbers_.try_emplace(gram, next);
      if (added) frequencies_.push_back(0);
      frequencies_[known->second] += articles;
      grams_.push_back(known->second);
    });
    begins_.push_back(static_cast<std::uint32_t>(grams_.size()));
  }
}

std::optional<std::uint32_t> FourGramTable::find(FourGram gram) const {
  const auto found = numbers_.find(gram);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::span<const std::uint32_t> FourGramTable::of_word(WordId id) const {
  if (id >= lexicon_size()) return {};
  return {grams_.data() + begins_[id], grams_.data() + begins_[id + 1]};
}

}  // namespace fihrist
