// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the web, as bytes, to its one article: what readers of HTML, MHTML and web archives share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "analysis/date.hpp"
#include "indexer/readers/reader.hpp"

namespace fihrist {

/// What is known of a page before it is looked into. The views must live through the call.
struct WebPage {
  std::string_view bytes;         ///< of the document, transfer and content encodings undone
  std::string_view charset = {};  ///< as the HTTP or MIME header has it; empty when there is none
  std::string_view url = {};      ///< where it was fetched from, clean (clean_utf8); empty when unknown
  /// When it was fetched: what «منذ يومين» counts from. Where nobody says it, the page itself may
  /// (saved_page.hpp).
  std::optional<Date> captured = {};
};

/// Longer pages are refused ("too_long").
inline constexpr std::size_t longest_web_page = std::size_t{16} * 1024 * 1024;

/// An article; or a Skip ("not_article": lists of articles, searches, frames); or a Reject ("too_long",
/// "not_utf8", "no_text").
using WebPageResult = std::variant<ReadArticle, Skip, Reject>;

/// Reads one page. `path`, `record` and `offset` of the result are for the caller to set. Warnings are those
/// of text pages, and "html_budget" when the markup cost too much to parse or is longer than 8 MiB, so that
/// all its text was taken. Any bytes give a result within 300 MiB and a few seconds. Threads may read at the
/// same time.
WebPageResult read_web_page(const WebPage& page);

}  // namespace fihrist
