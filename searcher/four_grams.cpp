// SPDX-License-Identifier: GPL-3.0-or-later
// Letters packed four to a number.
#include "searcher/four_grams.hpp"

#include <numeric>

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

FourGramTable::FourGramTable(const Lexicon& lexicon) : lexicon_size_(lexicon.size()) {
  numbers_.reserve(lexicon_size_);
  std::vector<std::uint32_t> grams;  // of one word after the other
  std::vector<std::uint32_t> ends;   // of each word's grams
  ends.reserve(lexicon_size_);
  for (WordId id = 0; id < lexicon_size_; ++id) {
    const std::uint32_t articles = lexicon.frequency(id);
    for_each_gram(lexicon.word(id), [&](FourGram gram) {
      const auto next = static_cast<std::uint32_t>(frequencies_.size());
      const auto [known, added] = numbers_.try_emplace(gram, next);
      if (added) frequencies_.push_back(0);
      frequencies_[known->second] += articles;
      grams.push_back(known->second);
    });
    ends.push_back(static_cast<std::uint32_t>(grams.size()));
  }
  begins_.assign(size() + 1, 0);
  for (const std::uint32_t gram : grams) ++begins_[gram + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  words_.resize(grams.size());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  std::size_t at = 0;
  for (WordId id = 0; id < lexicon_size_; ++id)
    for (; at < ends[id]; ++at) words_[next[grams[at]]++] = id;
}

std::optional<std::uint32_t> FourGramTable::find(FourGram gram) const {
  const auto found = numbers_.find(gram);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::span<const WordId> FourGramTable::words_with(std::uint32_t number) const {
  return {words_.data() + begins_[number], words_.data() + begins_[number + 1]};
}

}  // namespace fihrist
