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
    weights_.push_back(weight_of(state, words[i]));
    if (words[i].quoted) continue;  // marked as part of its phrase
    for (const std::string& stem : words[i].stems) stems_.try_emplace(stem, i);
    for (const auto& sequence : words[i].sequences) add_sequence({sequence, i, false});
  }
  for (const auto& phrase : phrases) {
    add_sequence({phrase, static_cast<std::uint32_t>(weights_.size()), true});
    weights_.push_back(1);
  }
}

void MatchFinder::add_sequence(Sequence sequence) {
  sequences_by_first_[sequence.parts.front()].push_back(sequences_.size());
  sequences_.push_back(std::move(sequence));
}

/// The stem under which the collection files a word. Almost every word of an article is in the lexicon, which
/// lends its stems; what is not keeps its stem in `unknown`.
std::string_view MatchFinder::stem_of(const Token& token, std::deque<std::string>& unknown) const {
  if (const auto id = state_.lexicon().find(token.text))
    if (const std::string_view stem = state_.lexicon().stem(*id); !stem.empty()) return stem;
  return unknown.emplace_back(state_.expansion().stem_of(token.text, token.hamza));
}

MatchedText MatchFinder::find(std::string_view text) const {
  MatchedText found;
  std::vector<std::string_view> stems;
  std::deque<std::string> unknown;
  std::vector<std::int64_t> marks;
  for (Token& token : state_.analyzer().words(text)) {
    const std::string_view stem = stem_of(token, unknown);
    const auto match = stems_.find(stem);
    const bool matches = match != stems_.end();
    if (token.alternative) {  // the part answers, the whole written word is shown
      if (!marks.empty() && matches && marks.back() == unmarked) marks.back() = match->second;
      continue;
    }
    marks.push_back(matches ? static_cast<std::int64_t>(match->second) : unmarked);
    stems.push_back(stem);
    found.tokens.push_back(std::move(token));
  }
  mark_sequences(found.tokens, stems, marks);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Token& token = found.tokens[i];
    const bool apart = found.matches.empty() || found.matches.back().end <= token.begin;
    if (marks[i] != unmarked && apart && token.begin < token.end)
      found.matches.push_back({token.begin, token.end, static_cast<std::uint32_t>(marks[i])});
  }
  return found;
}

void MatchFinder::mark_sequences(const std::vector<Token>& tokens, const std::vector<std::string_view>& stems,
                                 std::vector<std::int64_t>& marks) const {
  if (sequences_.empty()) return;
  const auto mark = [&](std::size_t at, std::string_view first, bool exact) {
    const auto candidates = sequences_by_first_.find(first);
    if (candidates == sequences_by_first_.end()) return;
    for (const std::size_t candidate : candidates->second) {
      const Sequence& sequence = sequences_[candidate];
      if (sequence.exact != exact || at + sequence.parts.size() > tokens.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < sequence.parts.size() && same; ++i)
        same = sequence.parts[i] == (exact ? std::string_view(tokens[at + i].text) : stems[at + i]);
      for (std::size_t i = 0; i < sequence.parts.size() && same; ++i) marks[at + i] = sequence.word;
    }
  };
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    mark(at, stems[at], false);
    mark(at, tokens[at].text, true);
  }
}

std::vector<Highlight> MatchFinder::highlights(std::string_view text) const {
  return in_code_points(text, find(text).matches);
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
