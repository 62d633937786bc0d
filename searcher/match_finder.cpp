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
  Use& use = use_of_stem(stem);
  if (use.word == unmarked) use.word = word;
}

MatchFinder::Use& MatchFinder::use_of_stem(const std::string& stem) {
  const auto [known, added] = stems_.try_emplace(stem);
  if (!added) return known->second;
  const Lexicon& lexicon = state_.lexicon();
  if (const auto number = lexicon.find_stem(stem)) {
    by_stem_.emplace(*number, &known->second);
    for (const WordId id : lexicon.words_of_stem(stem)) answering_.set(id % answering_.size());
  }
  return known->second;
}

void MatchFinder::add_sequence(Sequence sequence) {
  const std::string& first = sequence.parts.front();
  const std::size_t number = sequences_.size();
  if (!sequence.exact) {
    use_of_stem(first).begins.push_back(number);
  } else if (const auto id = state_.lexicon().find(first)) {
    const Use* by_stem = use_of(*id);
    first_words_.try_emplace(*id, by_stem ? *by_stem : Use{}).first->second.begins.push_back(number);
    answering_.set(*id % answering_.size());
  } else {
    strangers_[first].begins.push_back(number);
  }
  sequences_.push_back(std::move(sequence));
}

const MatchFinder::Use* MatchFinder::use_of(const Token& token) const {
  if (const auto id = state_.lexicon().find(token.text)) return use_of(*id);
  if (const auto known = strangers_.find(std::string_view(token.text)); known != strangers_.end())
    return &known->second;
  const auto use = stems_.find(state_.expansion().stem_of(token.text, token.hamza));
  return use == stems_.end() ? nullptr : &use->second;
}

const MatchFinder::Use* MatchFinder::use_of(WordId id) const {
  if (!may_answer(id) || id >= state_.lexicon().size()) return nullptr;
  if (const auto first = first_words_.find(id); first != first_words_.end()) return &first->second;
  const auto stem = by_stem_.find(state_.lexicon().stem_id(id));
  return stem == by_stem_.end() ? nullptr : stem->second;
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

MatchedText MatchFinder::find(std::string_view text) const {
  return match(
      state_.analyzer().words(text), [&](const Token& token) { return use_of(token); },
      [&](const std::vector<Token>& tokens, std::size_t at, const Sequence& sequence) {
        return spells(tokens, at, sequence);
      });
}

MatchedText MatchFinder::find(std::string_view text, std::span<const WordId> words) const {
  const auto use = [&](const Token& token) -> const Use* {
    if (token.alternative) {
      const auto id = state_.lexicon().find(token.text);
      return id ? use_of(*id) : nullptr;
    }
    return token.position < words.size() ? use_of(words[token.position]) : nullptr;
  };
  return match(state_.analyzer().places(text), use,
               [&](const std::vector<Token>& tokens, std::size_t at, const Sequence& sequence) {
                 return at + sequence.parts.size() <= tokens.size() && spells(words, at, sequence);
               });
}

std::vector<Highlight> MatchFinder::highlights(std::string_view text) const {
  return in_code_points(text, find(text).matches);
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
