// SPDX-License-Identifier: GPL-3.0-or-later
// Query words found again by stem, by sequence, or as quoted.
#include "searcher/match_finder.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::int64_t unmarked = -1;

double weight_of(const ArchiveState& state, const SearchWord& word) {
  double frequency = 0;
  for (const std::string& typed : word.typed) frequency += state.lexicon().document_frequency(typed);
  return std::log1p(static_cast<double>(state.manifest().articles) / (frequency + 1));
}

}  // namespace

MatchFinder::MatchFinder(const ArchiveState& state, const std::vector<SearchWord>& words,
                         const std::vector<std::vector<std::string>>& phrases)
    : state_(state) {
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    weights_.push_back(words[i].quoted ? 0 : weight_of(state, words[i]));
    if (words[i].quoted) continue;  // marked as part of its phrase
    for (const std::string& stem : words[i].stems) add_stem(stem, i);
    for (const auto& sequence : words[i].sequences) add_sequence({sequence, i, false});
  }
  for (const auto& phrase : phrases) {
    add_sequence({phrase, static_cast<std::uint32_t>(weights_.size()), true});
    weights_.push_back(1);
  }
}

void MatchFinder::add_stem(const std::string& stem, std::uint32_t word) {
  const auto answer = [word](Use& use) {
    if (use.word == unmarked) use.word = word;
  };
  answer(stems_[stem]);
  const Lexicon& lexicon = state_.lexicon();
  for (const WordId id : lexicon.words_of_stem(stem)) answer(use_of_word(id));
}

MatchFinder::Use& MatchFinder::use_of_word(WordId id) {
  answering_.set(id % answering_.size());
  spelt_.set(TextHash()(state_.lexicon().word(id)) % spelt_.size());
  return words_[id];
}

void MatchFinder::add_sequence(Sequence sequence) {
  const std::string& first = sequence.parts.front();
  const std::size_t number = sequences_.size();
  const Lexicon& lexicon = state_.lexicon();
  if (sequence.exact) {
    const auto id = lexicon.find(first);
    (id ? use_of_word(*id) : strangers_[first]).begins.push_back(number);
  } else {
    stems_[first].begins.push_back(number);
    for (const WordId id : lexicon.words_of_stem(first)) use_of_word(id).begins.push_back(number);
  }
  sequences_.push_back(std::move(sequence));
}

const MatchFinder::Use* MatchFinder::use_of(const Token& token, Origin origin) const {
  if (origin == Origin::indexed && !may_answer(token.text)) return nullptr;
  if (const auto id = state_.lexicon().find(token.text)) return use_of(*id);
  if (origin == Origin::indexed) return nullptr;
  if (const auto known = strangers_.find(std::string_view(token.text)); known != strangers_.end())
    return &known->second;
  const auto use = stems_.find(state_.expansion().stem_of(token.text, token.hamza));
  return use == stems_.end() ? nullptr : &use->second;
}

bool MatchFinder::spells(const std::vector<Token>& tokens, std::size_t at, const Sequence& sequence) const {
  if (at + sequence.parts.size() > tokens.size()) return false;
  for (std::size_t i = 1; i < sequence.parts.size(); ++i) {
    const Token& token = tokens[at + i];
    if (sequence.exact ? token.text != sequence.parts[i]
                       : state_.expansion().stem_of(token.text, token.hamza) != sequence.parts[i])
      return false;
  }
  return true;
}

const MatchFinder::Use* MatchFinder::use_of(WordId word) const {
  const auto known = may_answer(word) ? words_.find(word) : words_.end();
  return known == words_.end() ? nullptr : &known->second;
}

bool MatchFinder::spells(std::span<const WordId> text, std::size_t at, const Sequence& sequence) const {
  if (at + sequence.parts.size() > text.size()) return false;
  const Lexicon& lexicon = state_.lexicon();
  for (std::size_t i = 1; i < sequence.parts.size(); ++i) {
    const WordId id = text[at + i];
    if (id >= lexicon.size() || (sequence.exact ? lexicon.word(id) : lexicon.stem(id)) != sequence.parts[i])
      return false;
  }
  return true;
}

std::vector<WordPlace> MatchFinder::places(std::span<const WordId> text) const {
  std::vector<WordPlace> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Use* use = use_of(text[at]);
    if (!use) continue;
    const auto position = static_cast<std::uint32_t>(at);
    if (use->word != unmarked) found.push_back({position, static_cast<std::uint32_t>(use->word)});
    for (const std::size_t number : use->begins)
      if (spells(text, at, sequences_[number])) found.push_back({position, sequences_[number].word});
  }
  return found;
}

template <typename UseOf, typename Spells>
MatchedText MatchFinder::match(std::vector<Token> tokens, const UseOf& use_of, const Spells& spells) const {
  MatchedText found;
  found.tokens.reserve(tokens.size());
  std::vector<std::int64_t> marks;
  std::vector<std::pair<std::size_t, const Use*>> beginnings;
  for (Token& token : tokens) {
    const Use* use = use_of(token);
    if (token.alternative) {  // the part answers, the whole written word is shown
      if (!marks.empty() && use && marks.back() == unmarked) marks.back() = use->word;
      continue;
    }
    if (use && !use->begins.empty()) beginnings.emplace_back(marks.size(), use);
    marks.push_back(use ? use->word : unmarked);
    found.tokens.push_back(std::move(token));
  }
  for (const auto& [at, use] : beginnings)
    for (const std::size_t number : use->begins)
      if (const Sequence& sequence = sequences_[number]; spells(found.tokens, at, sequence))
        for (std::size_t i = 0; i < sequence.parts.size(); ++i) marks[at + i] = sequence.word;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Token& token = found.tokens[i];
    const bool apart = found.matches.empty() || found.matches.back().end <= token.begin;
    if (marks[i] != unmarked && apart && token.begin < token.end)
      found.matches.push_back({token.begin, token.end, static_cast<std::uint32_t>(marks[i])});
  }
  return found;
}

MatchedText MatchFinder::find(std::string_view text, Origin origin) const {
  return match(
      state_.analyzer().words(text), [&](const Token& token) { return use_of(token, origin); },
      [&](const std::vector<Token>& tokens, std::size_t at, const Sequence& sequence) {
        return spells(tokens, at, sequence);
      });
}

MatchedText MatchFinder::find(std::string_view text, std::span<const WordId> words) const {
  const auto use = [&](const Token& token) -> const Use* {
    if (token.alternative) return use_of(token, Origin::indexed);
    return token.position < words.size() ? use_of(words[token.position]) : nullptr;
  };
  return match(state_.analyzer().places(text), use,
               [&](const std::vector<Token>& tokens, std::size_t at, const Sequence& sequence) {
                 return at + sequence.parts.size() <= tokens.size() && spells(words, at, sequence);
               });
}

std::vector<Highlight> MatchFinder::highlights(std::string_view text, Origin origin) const {
  return in_code_points(text, find(text, origin).matches);
}

std::vector<Highlight> MatchFinder::highlights(std::string_view text, std::span<const WordId> words) const {
  return in_code_points(text, find(text, words).matches);
}

std::vector<Highlight> in_code_points(std::string_view text, const std::vector<TextMatch>& matches) {
  std::vector<Highlight> highlights;
  std::size_t byte = 0;
  std::uint32_t count = 0;
  const auto advance = [&](std::size_t to) {
    count += static_cast<std::uint32_t>(count_code_points(text.substr(byte, to - byte)));
    byte = to;
    return count;
  };
  for (const TextMatch& match : matches) {
    const std::uint32_t begin = advance(match.begin);
    highlights.push_back({begin, advance(match.end)});
  }
  return highlights;
}

}  // namespace fihrist
