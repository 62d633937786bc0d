// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a text page, each with what it looks like by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/byline.hpp"
#include "indexer/readers/syndication.hpp"

namespace fihrist {

/// What a line is. The first two are text; the others are kept as fields of the article, or dropped.
enum class LineKind : std::uint8_t {
  prose,  ///< a sentence: long enough, with the small words of a language
  plain,  ///< a heading, an item, a line of code: text if it stands within the article
  title,
  link,    ///< an address and nothing else
  byline,  ///< who and when: date, author, or both
  tags,
  comments,     ///< «comments (0)»
  source_note,  ///< «المصدر»
  syndication,  ///< «التدوينة … ظهرت أولاً على …»
  chrome,       ///< buttons and headings of the site
  page_end,     ///< chrome with which the article is over: «إرسال تعليق»
  promotion,    ///< advertisement, by its words
  ornament,     ///< advertisement by its form: @handle, bare domain, hashtags; text within an article
  outside,      ///< before the title or behind the article's end
};

/// Stable word for `explain`: "prose", "source_note", …
std::string_view name_of(LineKind kind);

struct PageLine {
  std::size_t number = 0;  ///< from 1, blank lines counted
  std::string text;        ///< tidy_line; never empty
  std::string key;         ///< fold_key
  LineKind kind = LineKind::plain;
  std::size_t letters = 0;  ///< code points: its weight
  std::size_t words = 0;
  std::size_t stop_words = 0;
  bool arabic = false;                     ///< has an Arabic word
  bool prose = false;                      ///< was judged a sentence, whatever it became where it stands
  std::optional<Byline> byline;            ///< kind byline and comments
  std::optional<Syndication> syndication;  ///< kind syndication
};

/// The lines that are not blank, in order, each judged by lexicon and shape alone.
std::vector<PageLine> read_page_lines(std::string_view text);

/// One to five words without figures, small words or sentence marks: may be an author where one is expected.
bool may_be_name(const PageLine& line);

}  // namespace fihrist
