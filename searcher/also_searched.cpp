// SPDX-License-Identifier: GPL-3.0-or-later
// Forms by frequency.
#include "searcher/also_searched.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <span>
#include <utility>

namespace fihrist {
namespace {

/// Words that stand together, in memory of the lexicon or of `Sequences`.
struct Form {
  std::uint32_t articles;
  std::span<const WordId> words;
};

/// Those of several words, which stay where they are.
using Sequences = std::deque<std::vector<WordId>>;

/// A sequence of stems in the commonest word of each; rare as its rarest word.
void add_sequence(const Lexicon& lexicon, const std::vector<std::string>& sequence, Sequences& sequences,
                  std::vector<Form>& forms) {
  std::uint32_t articles = UINT32_MAX;
  std::vector<WordId> commonest;
  for (const std::string& stem : sequence) {
    const auto words = lexicon.words_of_stem(stem);
    if (words.empty()) return;
    articles = std::min(articles, lexicon.frequency(words.front()));
    commonest.push_back(words.front());
  }
  sequences.push_back(std::move(commonest));
  forms.push_back({articles, sequences.back()});
}

/// The forms of a word, commonest first, at most `most` of each stem.
std::vector<Form> forms_of(const Lexicon& lexicon, const SearchWord& word, std::size_t most,
                           Sequences& sequences) {
  std::vector<Form> forms;
  for (const std::string& stem : word.stems) {
    const auto words = lexicon.words_of_stem(stem);
    for (std::size_t i = 0; i < std::min(most, words.size()); ++i)
      forms.push_back({lexicon.frequency(words[i]), words.subspan(i, 1)});
  }
  // The first sequence of a word typed apart is what was typed.
  for (std::size_t i = word.typed.size() > 1 ? 1 : 0; i < word.sequences.size(); ++i)
    add_sequence(lexicon, word.sequences[i], sequences, forms);
  std::erase_if(forms, [](const Form& form) { return form.articles == 0; });
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Form& left, const Form& right) { return left.articles > right.articles; });
  return forms;
}

/// The words of a form with a blank between them, each as `text_of` gives it.
template <typename TextOf>
std::string joined(const Form& form, const TextOf& text_of) {
  std::string text;
  for (const WordId word : form.words) {
    if (!text.empty()) text.push_back(' ');
    text.append(text_of(word));
  }
  return text;
}

}  // namespace

std::vector<std::string> also_searched(const Lexicon& lexicon, const std::vector<SearchWord>& words,
                                       std::size_t limit) {
  std::vector<std::string> known;  // few, so that looking at each is quick
  Sequences sequences;
  std::vector<std::vector<Form>> forms;
  std::size_t longest = 0;
  for (const SearchWord& word : words) known.insert(known.end(), word.typed.begin(), word.typed.end());
  const std::size_t most = limit + known.size();
  for (const SearchWord& word : words) {
    forms.push_back(word.quoted ? std::vector<Form>{} : forms_of(lexicon, word, most, sequences));
    longest = std::max(longest, forms.back().size());
  }
  std::vector<std::string> out;
  for (std::size_t turn = 0; turn < longest; ++turn)
    for (const std::vector<Form>& of_word : forms) {
      if (turn >= of_word.size()) continue;
      if (out.size() == limit) return out;
      std::string text = joined(of_word[turn], [&](WordId word) { return lexicon.word(word); });
      if (std::find(known.begin(), known.end(), text) != known.end()) continue;
      known.push_back(std::move(text));
      out.push_back(joined(of_word[turn], [&](WordId word) { return lexicon.written(word); }));
    }
  return out;
}

}  // namespace fihrist
