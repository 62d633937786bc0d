// SPDX-License-Identifier: GPL-3.0-or-later
// Forms by frequency.
#include "searcher/also_searched.hpp"

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <unordered_set>
#include <utility>

namespace fihrist {
namespace {

using Form = std::pair<std::uint32_t, std::string>;  ///< articles, text

/// A sequence of stems in the commonest word of each; rare as its rarest word.
Form form_of(const Lexicon& lexicon, const std::vector<std::string>& sequence) {
  Form form{UINT32_MAX, ""};
  for (const std::string& stem : sequence) {
    const auto words = lexicon.words_of_stem(stem);
    if (words.empty()) return {0, ""};
    form.first = std::min(form.first, lexicon.frequency(words.front()));
    if (!form.second.empty()) form.second.push_back(' ');
    form.second.append(lexicon.word(words.front()));
  }
  return form;
}

/// At most `most` of each stem.
std::vector<Form> forms_of(const Lexicon& lexicon, const SearchWord& word, std::size_t most) {
  std::vector<Form> forms;
  for (const std::string& stem : word.stems) {
    const auto words = lexicon.words_of_stem(stem);
    for (const WordId id : words.first(std::min(most, words.size())))
      forms.emplace_back(lexicon.frequency(id), lexicon.word(id));
  }
  // The first sequence of a word typed apart is what was typed.
  for (std::size_t i = word.typed.size() > 1 ? 1 : 0; i < word.sequences.size(); ++i)
    forms.push_back(form_of(lexicon, word.sequences[i]));
  std::erase_if(forms, [](const Form& form) { return form.first == 0; });
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Form& left, const Form& right) { return left.first > right.first; });
  return forms;
}

/// The words of a form as articles write them.
std::string written(const Lexicon& lexicon, const std::string& form) {
  std::string text;
  std::istringstream words(form);
  for (std::string word; words >> word;) {
    const auto id = lexicon.find(word);
    if (!text.empty()) text.push_back(' ');
    text.append(id ? lexicon.written(*id) : word);
  }
  return text;
}

}  // namespace

std::vector<std::string> also_searched(const Lexicon& lexicon, const std::vector<SearchWord>& words,
                                       std::size_t limit) {
  std::unordered_set<std::string> known;
  std::vector<std::vector<Form>> forms;
  std::size_t longest = 0;
  for (const SearchWord& word : words) known.insert(word.typed.begin(), word.typed.end());
  const std::size_t most = limit + known.size();
  for (const SearchWord& word : words) {
    forms.push_back(word.quoted ? std::vector<Form>{} : forms_of(lexicon, word, most));
    longest = std::max(longest, forms.back().size());
  }
  std::vector<std::string> out;
  for (std::size_t turn = 0; turn < longest; ++turn)
    for (const auto& of_word : forms)
      if (turn < of_word.size() && out.size() < limit && known.insert(of_word[turn].second).second)
        out.push_back(written(lexicon, of_word[turn].second));
  return out;
}

}  // namespace fihrist
