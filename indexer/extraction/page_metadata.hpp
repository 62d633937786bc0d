// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says about its article beside the text, and where it says it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extraction/page_tree.hpp"
#include "schema/article.hpp"

namespace fihrist {

/// Where a field of the article came from, for `explain`.
struct FieldOrigin {
  std::string field;   ///< as in JSON lines: "title", "author", "date"
  std::string origin;  ///< "JSON-LD", "og:title", "<h1>"
};

/// What kind of page its own markup says it is.
enum class DeclaredKind : std::uint8_t { unknown, article, list };

struct PageMetadata {
  Article article;  ///< all fields but id and text
  std::vector<FieldOrigin> origins;
  std::string date_origin;   ///< as ReadArticle::date_origin
  std::string article_body;  ///< the text, when JSON-LD has it; may hold markup
  DeclaredKind kind = DeclaredKind::unknown;

  /// Sets a text field when it is empty and the value is not; notes the origin.
  void fill(std::string& field, std::string_view name, std::string_view value, std::string_view origin);
  void fill_date(std::optional<Date>& field, std::string_view name, std::string_view value,
                 std::string_view origin);
};

/// Reads, each for what those before left empty: JSON-LD (Article and its kinds), article:* and og:*,
/// microdata and hAtom, <time datetime>, <meta name=date …>, the address. `url` is where the page was fetched
/// from.
PageMetadata read_metadata(const PageTree& tree, std::string_view url);

}  // namespace fihrist
