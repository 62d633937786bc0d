// SPDX-License-Identifier: GPL-3.0-or-later
// Where a query's words stand in a text, as the text is written.
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/archive_state.hpp"
#include "searcher/search.hpp"
#include "searcher/search_word.hpp"

namespace fihrist {

/// A written word of a text that answers a query. Bytes, on code point boundaries.
struct TextMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t word = 0;  ///< which query word
};

/// The same by number of word in the text.
struct WordPlace {
  std::uint32_t position = 0;
  std::uint32_t word = 0;
};

/// A text cut into words, with those that answer the query. Matches are in order and apart.
struct MatchedText {
  std::vector<Token> tokens;  ///< without alternatives
  std::vector<TextMatch> matches;
};

/// Finds a query's words again in texts, by the rules by which they were indexed. Immutable; the state must
/// outlive it.
class MatchFinder {
 public:
  MatchFinder(const ArchiveState& state, const std::vector<SearchWord>& words,
              const std::vector<std::vector<std::string>>& phrases);
  MatchFinder(const MatchFinder&) = delete;
  MatchFinder& operator=(const MatchFinder&) = delete;

  MatchedText find(std::string_view text) const;
  /// The same of a text whose words the index holds (`words`, from the text's first on), in a quarter of the
  /// time; the tokens have no text.
  MatchedText find(std::string_view text, std::span<const WordId> words) const;
  /// Where an indexed text's words answer, by their numbers alone, in order; what answers only as a part of a
  /// written word (Token::alternative) is not seen.
  std::vector<WordPlace> places(std::span<const WordId> text) const;
  /// The matches alone, in code points; neighbours stay apart.
  std::vector<Highlight> highlights(std::string_view text) const;
  std::vector<Highlight> highlights(std::string_view text, std::span<const WordId> words) const;
  /// How much a query word tells: the rarer in the collection, the more; 0 for one that matches only as part
  /// of a phrase, which is a word of its own here.
  double weight(std::uint32_t word) const { return weights_[word]; }
  std::size_t words() const noexcept { return weights_.size(); }

 private:
  struct Sequence {
    std::vector<std::string> parts;  ///< stems, or folded words of a phrase
    std::uint32_t word;
    bool exact;
  };
  /// What a written word is to the query: the query word that it answers, and the sequences that it begins.
  struct Use {
    std::int64_t word = -1;
    std::vector<std::size_t> begins;
  };
  /// Lets maps of texts be asked with views.
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename Value>
  using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

  bool may_answer(WordId id) const { return answering_[id % answering_.size()]; }
  Use& use_of_stem(const std::string& stem);
  bool spells(std::span<const WordId> text, std::size_t at, const Sequence& sequence) const;
  void add_stem(const std::string& stem, std::uint32_t word);
  void add_sequence(Sequence sequence);
  const Use* use_of(const Token& token) const;
  const Use* use_of(WordId id) const;
  template <typename UseOf, typename Spells>
  MatchedText match(std::vector<Token> tokens, const UseOf& use_of, const Spells& spells) const;
  bool spells(const std::vector<Token>& tokens, std::size_t at, const Sequence& sequence) const;

  const ArchiveState& state_;
  ByText<Use> stems_;
  std::unordered_map<StemId, const Use*> by_stem_;  ///< those of stems_ that the lexicon holds
  std::unordered_map<WordId, Use> first_words_;     ///< of phrases: what they are by their stem, too
  ByText<Use> strangers_;                           ///< first words of phrases that the lexicon does not hold
  std::bitset<4096> answering_;  ///< false for most words that are nothing here: what texts are made of
  std::vector<Sequence> sequences_;
  std::vector<double> weights_;
};

/// Byte offsets as code points.
std::vector<Highlight> in_code_points(std::string_view text, const std::vector<TextMatch>& matches);

}  // namespace fihrist
