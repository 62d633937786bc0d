// SPDX-License-Identifier: GPL-3.0-or-later
// Judges one line at a time; what a line means where it stands is judged in text_page.cpp.
#include "indexer/readers/page_lines.hpp"

#include <algorithm>
#include <array>

#include "analysis/fold.hpp"
#include "analysis/stop_words.hpp"
#include "analysis/tokenizer.hpp"
#include "analysis/utf8.hpp"
#include "indexer/page_lexicon.hpp"
#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

constexpr std::size_t fewest_words_of_prose = 8;
/// So many words are prose even without a mark at their end.
constexpr std::size_t words_of_long_line = 16;
/// Of 100 words of real articles 25 to 50 are stop words, of advertisements and lists 0 to 9.
constexpr std::size_t percent_of_stop_words = 10;
/// A phrase of promotion at the beginning of a longer line is the beginning of a sentence.
constexpr std::size_t most_words_of_promotion = 14;
constexpr std::size_t most_words_of_source_note = 10;

constexpr std::array kind_names{"prose",    "plain",     "title",       "link",        "byline",
                                "tags",     "comments",  "source_note", "syndication", "chrome",
                                "page_end", "promotion", "ornament",    "outside"};

bool ends_sentence(std::string_view text) {
  constexpr std::string_view ends[] = {".",      ":",      "!",  "?", "\u061F", "\u2026",
                                       "\u00BB", "\u201D", "\"", ")", "\u061B"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return text.ends_with(end); });
}

std::size_t count_of(std::string_view text, std::string_view sign) {
  std::size_t count = 0;
  for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size()))
    ++count;
  return count;
}

bool is_link(std::string_view key) {
  const bool address = key.starts_with("http://") || key.starts_with("https://") || key.starts_with("www.");
  return address && key.find(' ') == std::string_view::npos;
}

/// One word with a dot inside and a known ending: «decoroi.com».
bool is_bare_domain(std::string_view key) {
  constexpr std::string_view endings[] = {".com", ".net", ".org", ".info", ".io", ".ma",
                                          ".tn",  ".dz",  ".sa",  ".eg",   ".me"};
  return key.find_first_of(" /@") == std::string_view::npos &&
         std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) {
           return key.ends_with(ending) && key.size() > ending.size();
         });
}

/// Forms that advertisements have and sentences lack. Only Latin ones: an Arabic line with hashtags may be
/// what the article is about.
bool is_ornament(const PageLine& line) {
  if (line.key.starts_with('@') && line.key.find(' ') == std::string::npos) return true;
  if (is_bare_domain(line.key)) return true;
  if (line.arabic) return false;
  return count_of(line.key, "#") >= 2 || count_of(line.key, "\u2022") >= 2 || count_of(line.key, "|") >= 3;
}

void count_words(PageLine& line) {
  line.letters = count_code_points(line.text);
  for (const Token& word : tokenize(line.text)) {
    if (word.alternative) continue;
    ++line.words;
    line.stop_words += is_stop_word(word.text) ? 1U : 0U;
    line.arabic = line.arabic || word.kind == TokenKind::arabic;
  }
}

std::optional<LineKind> kind_of(PagePhrase phrase) {
  switch (phrase) {
    case PagePhrase::chrome:
      return LineKind::chrome;
    case PagePhrase::page_end:
      return LineKind::page_end;
    case PagePhrase::promotion:
      return LineKind::promotion;
    case PagePhrase::source_note:
      return LineKind::source_note;
    case PagePhrase::tags_label:
      return LineKind::tags;
    default:
      return std::nullopt;
  }
}

std::optional<LineKind> kind_by_beginning(const PageLine& line) {
  const auto leading = leading_phrase(line.key);
  const auto kind = leading ? kind_of(leading->phrase) : std::nullopt;
  if (!kind) return std::nullopt;
  if (*kind == LineKind::tags) return kind;
  const std::size_t most =
      *kind == LineKind::source_note ? most_words_of_source_note : most_words_of_promotion;
  return line.words <= most && !line.text.ends_with('.') ? kind : std::nullopt;
}

LineKind kind_of_byline(const Byline& byline) {
  const bool only_comments = byline.comments && !byline.published && !byline.updated && byline.author.empty();
  return only_comments ? LineKind::comments : LineKind::byline;
}

bool is_prose(const PageLine& line) {
  if (line.words < fewest_words_of_prose || line.stop_words * 100 < line.words * percent_of_stop_words)
    return false;
  return ends_sentence(line.text) || line.words >= words_of_long_line;
}

LineKind judge(PageLine& line) {
  if (is_link(line.key)) return LineKind::link;
  if (const auto phrase = whole_line_phrase(line.key))
    if (const auto kind = kind_of(*phrase)) return *kind;
  line.byline = read_byline(line.text);
  if (line.byline) return kind_of_byline(*line.byline);
  line.syndication = read_syndication(line.text);
  if (line.syndication) return LineKind::syndication;
  if (const auto kind = kind_by_beginning(line)) return *kind;
  if (is_ornament(line)) return LineKind::ornament;
  return is_prose(line) ? LineKind::prose : LineKind::plain;
}

}  // namespace

std::string_view name_of(LineKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::vector<PageLine> read_page_lines(std::string_view text) {
  std::vector<PageLine> lines;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    ++number;
    PageLine line{.number = number, .text = tidy_line(text.substr(begin, end - begin))};
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    if (line.text.empty()) continue;
    line.key = fold_key(line.text);
    count_words(line);
    line.kind = judge(line);
    line.prose = line.kind == LineKind::prose;
    lines.push_back(std::move(line));
  }
  return lines;
}

bool may_be_name(const PageLine& line) {
  return line.kind == LineKind::plain && reads_as_name(line.text) && line.key.find('.') == std::string::npos;
}

}  // namespace fihrist
