// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of text pages: one file is one page of a site, saved as the text that a browser shows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/page_lines.hpp"
#include "indexer/readers/reader.hpp"

namespace fihrist {

/// A line that is not in the article's text, and why. What it said may be in another field.
struct DroppedLine {
  std::size_t number = 0;  ///< from 1
  LineKind kind = LineKind::outside;
  std::string text;
};

/// What a page gave.
struct TextPage {
  Article article;
  std::vector<DroppedLine> dropped;  ///< in the order of the page
  bool has_text = false;             ///< false: there is no prose on the page
  bool kept_whole = false;           ///< too much prose was about to go, so that all of it stayed
};

/// Takes the article out of a page by the words and shapes of its lines alone (docs/formats.md tells how):
///   before the title   menus and promotion go
///   title              once or twice
///   head               address, date, author
///   text               sentences, and what stands between them; promotion and «المصدر» go
///   tail               «التدوينة … ظهرت أولاً على …», date, author, tags, comments
///   behind             whatever follows the first button of the site
/// Never lets go of more than 60 % of a page's prose. `text` is valid UTF-8.
TextPage read_text_page(std::string_view text);

/// Longer pages are refused ("too_long").
inline constexpr std::size_t max_page_bytes = std::size_t{16} * 1024 * 1024;

class TextPageReader final : public Reader {
 public:
  std::string_view format() const override { return "text"; }
  int sniff(std::string_view head, std::string_view name) const override;
  void read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const override;
};

}  // namespace fihrist
