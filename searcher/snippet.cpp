// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing a window over the matches of a text.
#include "searcher/snippet.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::string_view ellipsis = "…";
/// How far before the first match a window may begin, in code points, to begin with its sentence; and how
/// much is shown before it when the sentence began too far away.
constexpr std::size_t sentence_reach = 110;
constexpr std::size_t lead_in = 40;
/// So many bytes of a text are looked at for a window that shows that share of the query's words; else more.
struct Look {
  std::size_t bytes;
  double enough;
};
constexpr Look looks[] = {{2000, 0.99}, {12'000, 0.5}, {64'000, 0}};
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
  Layout(std::string_view text, const std::vector<Token>& tokens) {
    std::size_t byte = 0, count = 0;
    bool sentence = true;
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

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

/// The beginning of a text, whole words, about so many bytes.
std::string_view beginning_of(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const std::size_t blank = text.find_last_of(" \n", bytes);
  return text.substr(0, blank == std::string_view::npos || blank == 0 ? bytes : blank);
}

/// The share of the query's words that a window shows, by what they tell.
double share_shown(const MatchedText& text, const MatchFinder& finder, const Window& window) {
  const std::uint32_t begin = text.tokens[window.first].begin, end = text.tokens[window.last - 1].end;
  std::vector<bool> seen(finder.words());
  for (const TextMatch& match : text.matches)
    if (match.begin >= begin && match.end <= end) seen[match.word] = true;
  double shown = 0, all = 0;
  for (std::uint32_t word = 0; word < seen.size(); ++word) {
    all += finder.weight(word);
    if (seen[word]) shown += finder.weight(word);
  }
  return all > 0 ? shown / all : 1;
}

/// A window, and the text that it was chosen from.
struct Choice {
  MatchedText matched;
  Window window;
  bool cut_back = false;  ///< the text goes on behind the window
};

std::optional<Choice> choose(std::string_view text, std::string_view piece, const MatchFinder& finder,
                             std::size_t length) {
  Choice choice{.matched = finder.find(piece, MatchFinder::Origin::indexed)};
  const std::size_t tokens = choice.matched.tokens.size();
  if (tokens == 0) return std::nullopt;
  const Layout layout(piece, choice.matched.tokens);
  choice.window = best_window(choice.matched, finder, layout, length);
  const bool whole = piece.size() == text.size();
  if (whole) widen_at_end(choice.window, layout, tokens, length);
  choice.cut_back = !whole || choice.window.last < tokens;
  return choice;
}

std::optional<Choice> choose(std::string_view text, const MatchFinder& finder, std::size_t length) {
  for (const Look& look : looks) {
    auto choice = choose(text, beginning_of(text, look.bytes), finder, length);
    if (look.bytes >= text.size() || look.enough <= 0) return choice;
    if (choice && choice->window.last < choice->matched.tokens.size() &&
        share_shown(choice->matched, finder, choice->window) >= look.enough)
      return choice;
  }
  return std::nullopt;
}

}  // namespace

Snippet make_snippet(const std::string& text, const MatchFinder& finder, std::size_t length) {
  const auto choice = choose(text, finder, length);
  if (!choice) return {};
  const auto& [matched, window, cut_back] = *choice;

  const bool cut_front = window.first > 0;
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
  const std::string body = one_line(std::string_view(text).substr(begin, end - begin));
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
