// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing a window over the matches of a text.
#include "searcher/snippet.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

/// How far before the first match a window may begin, in code points, to begin with its sentence; and how
/// much is shown before it when the sentence began too far away.
constexpr std::size_t sentence_reach = 110;
constexpr std::size_t lead_in = 40;
/// So many words fill the usual reach before a match, and so many letters and a blank make a word; both on
/// the generous side, since a piece that is too short makes a poor snippet.
constexpr std::size_t words_before = 24;
constexpr std::size_t letters_a_word = 5;
/// What is looked at where the index does not tell the ways into a text.
constexpr std::size_t most_bytes = 64'000;
/// What a repetition and a beginning sentence are worth beside a different query word.
constexpr double repetition_worth = 0.1;
constexpr double sentence_worth = 0.3;

/// A window as tokens [first, last).
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
  double worth = -1;
};

bool ends_sentence(char32_t c) {
  return c == U'\n' || c == U'.' || c == U'!' || c == U'?' || c == 0x061F || c == 0x061B || c == 0x06D4 ||
         c == 0x2026;
}

/// The tokens of a text with their places in code points, and which of them begin sentences.
class Layout {
 public:
  /// `sentence`: the text begins with one.
  Layout(std::string_view text, const std::vector<Token>& tokens, bool sentence) {
    std::size_t byte = 0, count = 0;
    for (const Token& token : tokens) {
      while (byte < token.begin) {
        sentence = ends_sentence(next_code_point(text, byte)) || sentence;
        ++count;
      }
      begins_.push_back(count);
      sentences_.push_back(sentence);
      for (sentence = false; byte < token.end; ++count) next_code_point(text, byte);
      ends_.push_back(count);
    }
  }
  std::size_t begin(std::size_t token) const { return begins_[token]; }
  std::size_t end(std::size_t token) const { return ends_[token]; }
  bool begins_sentence(std::size_t token) const { return sentences_[token]; }

 private:
  std::vector<std::size_t> begins_, ends_;
  std::vector<bool> sentences_;
};

/// The token with which a window begins that is to show `match`.
std::size_t opening(const Layout& layout, std::size_t match) {
  std::size_t near = match;
  for (std::size_t i = match + 1; i-- > 0 && layout.begin(match) - layout.begin(i) <= sentence_reach;) {
    if (layout.begins_sentence(i)) return i;
    if (layout.begin(match) - layout.begin(i) <= lead_in) near = i;
  }
  return near;
}

std::size_t closing(const Layout& layout, std::size_t first, std::size_t tokens, std::size_t length) {
  std::size_t last = first + 1;
  while (last < tokens && layout.end(last) - layout.begin(first) <= length) ++last;
  return last;
}

double worth_of(const MatchedText& text, const MatchFinder& finder, const Window& window, std::size_t match) {
  std::vector<bool> seen(finder.words());
  double worth = 0;
  const std::uint32_t end = text.tokens[window.last - 1].end;
  for (std::size_t i = match; i < text.matches.size() && text.matches[i].end <= end; ++i) {
    const std::uint32_t word = text.matches[i].word;
    worth += finder.weight(word) * (seen[word] ? repetition_worth : 1);
    seen[word] = true;
  }
  return worth;
}

Window best_window(const MatchedText& text, const MatchFinder& finder, const Layout& layout,
                   std::size_t length) {
  Window best{.first = 0, .last = closing(layout, 0, text.tokens.size(), length)};
  std::size_t token = 0;
  for (std::size_t match = 0; match < text.matches.size(); ++match) {
    while (text.tokens[token].begin < text.matches[match].begin) ++token;
    Window window{.first = opening(layout, token)};
    window.last = closing(layout, window.first, text.tokens.size(), length);
    window.worth = worth_of(text, finder, window, match);
    if (layout.begins_sentence(window.first)) window.worth += sentence_worth;
    if (window.worth > best.worth) best = window;
  }
  return best;
}

/// Near its end a text is shown from further back, so that a snippet is not a stump.
void widen_at_end(Window& window, const Layout& layout, std::size_t tokens, std::size_t length) {
  if (window.last < tokens) return;
  while (window.first > 0 && layout.end(tokens - 1) - layout.begin(window.first - 1) <= length)
    --window.first;
}

/// What follows the last word up to the next blank stays with it: its full stop, its closing bracket.
std::size_t with_punctuation(std::string_view text, std::size_t end, std::size_t next_word) {
  while (end<next_word&& static_cast<unsigned char>(text[end])> 0x20) ++end;
  return end;
}

/// The beginning of a text, whole words, about so many bytes.
std::string_view beginning_of(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const std::size_t blank = text.find_last_of(" \n", bytes);
  return text.substr(0, blank == std::string_view::npos || blank == 0 ? bytes : blank);
}

/// A piece of a text, in bytes.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t first_word = 0;  ///< its number in the text
};

bool is_boundary(std::string_view text, std::size_t at) {
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80);
}

/// Does a sentence begin at this place?
bool sentence_begins(std::string_view text, std::size_t at) {
  bool sentence = true;
  constexpr std::size_t looked_back = 8;
  std::size_t from = at - std::min(at, looked_back);
  while (!is_boundary(text, from)) ++from;
  if (from > 0) sentence = false;
  while (from < at) {
    const char32_t c = next_code_point(text, from);
    if (c > U' ' || c == U'\n') sentence = ends_sentence(c);
  }
  return sentence;
}

/// Of all windows of some words the one that shows the most, by the place of its first match; the first one
/// that shows every word of the query is good enough.
std::size_t best_place(const std::vector<WordPlace>& places, const MatchFinder& finder, std::size_t words) {
  double all = 0;
  for (std::uint32_t word = 0; word < finder.words(); ++word) all += finder.weight(word);
  std::vector<std::size_t> seen(finder.words(), places.size());
  double best_worth = -1;
  std::size_t best = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    double worth = 0, shown = 0;
    for (std::size_t j = i; j < places.size() && places[j].position < places[i].position + words; ++j) {
      const std::uint32_t word = places[j].word;
      worth += finder.weight(word) * (seen[word] == i ? repetition_worth : 1);
      if (seen[word] != i) shown += finder.weight(word);
      seen[word] = i;
    }
    if (worth > best_worth) {
      best_worth = worth;
      best = places[i].position;
    }
    constexpr double rounding = 1e-9;
    if (shown >= all - rounding) break;
  }
  return best;
}

/// The piece of the text from which a snippet is to be cut.
Piece piece_to_show(std::string_view text, const WordSequence& words, const MatchFinder& finder,
                    std::size_t length) {
  const std::size_t shown = length / letters_a_word;
  const std::size_t match = best_place(finder.places(words.text), finder, shown);
  const std::size_t first = (match - std::min(match, words_before)) / words_per_place;
  const std::size_t last = (match + shown) / words_per_place + 1;
  Piece piece{.begin = 0, .end = text.size()};
  if (first > 0 && first < words.places.size())
    piece = {.begin = words.places[first], .end = text.size(), .first_word = first * words_per_place};
  if (last < words.places.size()) piece.end = words.places[last];
  if (piece.begin < piece.end && is_boundary(text, piece.begin) && is_boundary(text, piece.end) &&
      piece.end - piece.begin <= most_bytes)
    return piece;
  return {.begin = 0, .end = beginning_of(text, most_bytes).size()};
}

/// What is shown where no word is looked for.
Snippet lead_of(std::string_view text, std::size_t length) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= 0x20) text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= 0x20) text.remove_suffix(1);
  std::size_t end = 0;
  for (std::size_t shown = 0; shown < length && end < text.size(); ++shown) next_code_point(text, end);
  if (end == text.size()) return {.text = one_line(text), .highlights = {}};
  const std::string_view lead = beginning_of(text, end);
  // A dash or a bullet that belongs to what was cut off goes with it.
  const std::size_t last = lead.find_last_not_of(" \n\t-*+#|\\/_=\"'([{<");
  return {.text = one_line(lead.substr(0, last + 1)).append(ellipsis), .highlights = {}};
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

Snippet make_snippet(const std::string& whole, const WordSequence& words, const MatchFinder& finder,
                     std::size_t length) {
  if (finder.words() == 0) return lead_of(whole, length);
  const Piece piece = piece_to_show(whole, words, finder, length);
  const auto text = std::string_view(whole).substr(piece.begin, piece.end - piece.begin);
  const auto known = std::span(words.text).subspan(std::min(piece.first_word, words.text.size()));
  const MatchedText matched = finder.find(text, known);
  if (matched.tokens.empty()) return {};
  const Layout layout(text, matched.tokens, sentence_begins(whole, piece.begin));
  Window window = best_window(matched, finder, layout, length);
  if (piece.end == whole.size()) widen_at_end(window, layout, matched.tokens.size(), length);

  const bool cut_front = piece.begin > 0 || window.first > 0;
  const bool cut_back = piece.end < whole.size() || window.last < matched.tokens.size();
  // A first word is shown with what opens before it (a quote, a bracket), but never more than its blank lets.
  std::size_t begin = cut_front ? matched.tokens[window.first].begin : 0;
  while (begin < text.size() && static_cast<unsigned char>(text[begin]) <= 0x20) ++begin;
  const std::size_t last_end = matched.tokens[window.last - 1].end;
  const std::size_t end = with_punctuation(
      text, last_end, window.last < matched.tokens.size() ? matched.tokens[window.last].begin : text.size());

  std::vector<TextMatch> shown;
  for (const TextMatch& match : matched.matches)
    if (match.begin >= begin && match.end <= end)
      shown.push_back({static_cast<std::uint32_t>(match.begin - begin),
                       static_cast<std::uint32_t>(match.end - begin), match.word});
  const std::string body = one_line(text.substr(begin, end - begin));
  Snippet snippet{.text = body, .highlights = in_code_points(body, shown)};
  if (cut_back) snippet.text.append(ellipsis);
  if (!cut_front) return snippet;
  snippet.text.insert(0, ellipsis);
  for (Highlight& highlight : snippet.highlights) {
    ++highlight.begin;
    ++highlight.end;
  }
  return snippet;
}

}  // namespace fihrist
