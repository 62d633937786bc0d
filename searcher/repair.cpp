// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of repair, surest first.
#include "searcher/repair.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "analysis/add_once.hpp"
#include "analysis/arabizi.hpp"
#include "analysis/fold.hpp"
#include "analysis/keyboard_layout.hpp"
#include "analysis/utf8.hpp"
#include "searcher/near_words.hpp"
#include "searcher/query_lexer.hpp"
#include "searcher/word_frequency.hpp"

namespace fihrist {
namespace {

constexpr std::size_t max_texts = 4;
constexpr std::size_t max_candidates = 3;
/// Each takes a walk over the archive's words: who mistypes more of them will see to the first ones first.
constexpr std::size_t max_looked_up = 4;
/// Letters and pairs of them stand in every archive, and between the keys of words too: `j,djv` is تويتر.
constexpr std::size_t telling_letters = 3;
/// A correction that costs more than one plain edit is a guess.
constexpr double surest_cost = 1;
/// What one quotation or file name makes of a word that is not in use.
constexpr std::uint64_t hardly_any = 1;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The archive's words for the search of readings.
class Vocabulary final : public ArabiziVocabulary {
 public:
  explicit Vocabulary(const ArchiveState& state) : state_(state) {}
  bool is_beginning(std::string_view prefix) const override {
    return state_.word_order().is_beginning(prefix);
  }
  std::uint32_t frequency(std::string_view word) const override {
    return state_.lexicon().document_frequency(word) + state_.lexicon().definite_frequency(word);
  }

 private:
  const ArchiveState& state_;
};

/// The text on the other layout's keys, when no typed word of some length is known and all of its words are.
std::vector<std::string> other_layouts(const ArchiveState& state, const std::string& text) {
  const auto known = [&](const Token& token) {
    return state.lexicon().document_frequency(token.text) > 0 ||
           state.lexicon().definite_frequency(token.text) > 0;
  };
  const auto words_of = [&](const std::string& one) {
    auto words = state.analyzer().words(one);
    std::erase_if(words, [](const Token& token) { return token.alternative; });
    return words;
  };
  const auto tells = [](const Token& token) { return count_code_points(token.text) >= telling_letters; };
  const auto typed = words_of(text);
  std::vector<std::string> texts;
  if (std::any_of(typed.begin(), typed.end(),
                  [&](const Token& token) { return tells(token) && known(token); }))
    return texts;
  for (std::string& other : retyped(text)) {
    const auto words = words_of(other);
    if (!words.empty() && std::all_of(words.begin(), words.end(), known)) texts.push_back(std::move(other));
  }
  return texts;
}

/// The words of a query that may be corrected, with what each may become.
class Corrections {
 public:
  Corrections(const IndexView& index, const CompiledQuery& query) : index_(index) {
    for (const SearchWord& word : query.words) {
      if (word.typed.size() != 1) continue;
      if (looked_up_ == max_looked_up) break;
      auto found = candidates(word);
      if (!found.empty()) candidates_.emplace(word.typed.front(), std::move(found));
    }
  }

  bool empty() const { return candidates_.empty(); }

  /// The text with every corrected word replaced by its candidate of this rank, or its last. Names of
  /// authors, tags and the like are no words, even where they are spelt as one that is corrected.
  std::string corrected(const std::string& text, std::size_t rank) const {
    std::string out;
    std::size_t at = 0;
    const std::vector<Lexeme> lexemes = query_lexemes(text);
    for (const Token& token : index_.state.analyzer().words(text)) {
      const auto found = token.alternative ? candidates_.end() : candidates_.find(token.text);
      if (found == candidates_.end() || !is_searched(lexemes, token)) continue;
      const std::string& word = found->second[std::min(rank, found->second.size() - 1)];
      out.append(text, at, token.begin - at).append(word);
      at = token.end;
    }
    return out.append(text, at);
  }

 private:
  static bool is_searched(const std::vector<Lexeme>& lexemes, const Token& token) {
    return std::any_of(lexemes.begin(), lexemes.end(), [&](const Lexeme& lexeme) {
      const bool words = !lexeme.qualifier || lexeme.qualifier->field == Field::title;
      return words && lexeme.begin <= token.begin && token.end <= lexeme.end;
    });
  }

  std::vector<std::string> candidates(const SearchWord& word) {
    // "2amn" is also searched as "2" beside "amn": that says nothing of how common it is as one word.
    const SearchWord whole{.stems = word.stems};
    const std::uint64_t frequency = frequency_of(index_, whole, word.field);
    std::vector<std::string> found;
    if (frequency <= hardly_any) add_readings(word.typed.front(), frequency, found);
    if (frequency_of(index_, word, word.field) == 0) {
      ++looked_up_;
      add_spellings(word.typed.front(), found);
      for (const std::string& name : index_.state.name_candidates().like(word.typed.front(), max_candidates))
        add_once(found, written(name));
    }
    if (is_ascii(word.typed.front())) most_frequent_first(found);
    found.resize(std::min(found.size(), max_candidates));
    return found;
  }

  void add_readings(const std::string& word, std::uint64_t frequency, std::vector<std::string>& found) const {
    if (!may_be_arabizi(word)) return;
    const Vocabulary vocabulary(index_.state);
    for (const std::string& reading : arabizi_readings(word, vocabulary))
      if (vocabulary.frequency(reading) > frequency) add_once(found, written(reading));
  }

  void add_spellings(const std::string& word, std::vector<std::string>& found) const {
    for (const NearWord& near : near_words(index_.lexicon(), word, max_candidates))
      if (near.cost <= surest_cost) add_once(found, written(index_.lexicon().word(near.id)));
  }

  /// A Latin word may be a slip in another one, Arabic, or a name: what the archive speaks of most is
  /// likeliest.
  void most_frequent_first(std::vector<std::string>& words) const {
    const Lexicon& lexicon = index_.lexicon();
    const auto frequency = [&](const std::string& word) {
      const std::string key = fold_key(word);
      return lexicon.document_frequency(key) + lexicon.definite_frequency(key);
    };
    std::stable_sort(words.begin(), words.end(), [&](const std::string& left, const std::string& right) {
      return frequency(left) > frequency(right);
    });
  }

  std::string written(std::string_view word) const {
    const auto id = index_.lexicon().find(word);
    return std::string(id ? index_.lexicon().written(*id) : word);
  }

  const IndexView& index_;
  std::size_t looked_up_ = 0;  ///< words compared with all of the archive's
  std::unordered_map<std::string, std::vector<std::string>> candidates_;
};

}  // namespace

std::vector<std::string> repairs(const IndexView& index, const CompiledQuery& query,
                                 const std::string& text) {
  std::vector<std::string> texts = other_layouts(index.state, text);
  const Corrections corrections(index, query);
  if (!corrections.empty())
    for (std::size_t rank = 0; rank < max_candidates; ++rank)
      if (std::string one = corrections.corrected(text, rank); one != text) add_once(texts, std::move(one));
  texts.resize(std::min(texts.size(), max_texts));
  return texts;
}

}  // namespace fihrist
