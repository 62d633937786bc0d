// SPDX-License-Identifier: GPL-3.0-or-later
// The article: what readers of formats produce, what the index holds, what pages show.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/date.hpp"

namespace fihrist {

/// One article. All text is valid UTF-8 without controls (clean_utf8). Plain data: no invariants between
/// the fields but those stated.
struct Article {
  std::string id;       ///< unique in the archive; never empty once identified
  std::string title;    ///< one line; empty when the article has none
  std::string text;     ///< body, plain text, paragraphs separated by '\n'
  std::string summary;  ///< as the source gave it; may be empty
  std::vector<std::string> authors;
  std::string source;                   ///< name of the site it was first published on
  std::string url;                      ///< canonical, absolute; empty when unknown
  std::vector<std::string> alias_urls;  ///< short links and copies
  std::vector<std::string> tags;
  std::optional<Date> date;  ///< published; nothing when unknown (never the file's time)
  std::optional<Date> updated;
  std::optional<std::uint32_t> comments;  ///< number of comments
  std::string
      date_origin;  ///< where the date was found: "field", "text", "url", "list", …; empty when not told
  /// Lines of the text, counted from 0, that are the site's own and stand on many of its pages: shown, but
  /// never searched. Ascending.
  std::vector<std::uint32_t> site_lines;
};

/// The text without its site_lines: what is analysed, and what snippets are cut from.
std::string searched_text(const Article& article);

/// 128-bit hash (hex) over everything of the article that the index keeps: equal hash, nothing to do.
std::string content_hash(const Article& article);

/// 64-bit FNV-1a of any bytes. Not for adversaries.
std::uint64_t hash_of(std::string_view bytes) noexcept;

/// hash_of() in 16 hex digits: for ids of articles that have none.
std::string short_hash(std::string_view bytes);

}  // namespace fihrist
