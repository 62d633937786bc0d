// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON object as an article: the keys of our own format (docs/formats.md).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/json_fields.hpp"
#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Why an object is no article; see Reject.
struct JsonFault {
  std::string code;  ///< "invalid_json", "invalid_field", "no_text", or "truncated" when it stops short
  std::string message;
};

/// An article of fields that any format filled. `replaced` counts what was ill-formed in them.
ReadArticle article_of_fields(JsonFields fields, std::size_t replaced);

/// Reads one object, of our own keys or of a dialect (json_dialects.hpp); a Skip is for another thing than an
/// article that such programs write. Ill-formed UTF-8 and halves of surrogate pairs become U+FFFD, and are
/// told in ReadArticle::warnings. Nothing is allocated for keys that are not ours.
std::variant<ReadArticle, JsonFault, Skip> read_json_article(std::string_view object);

}  // namespace fihrist
