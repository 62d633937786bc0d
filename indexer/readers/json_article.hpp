// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON object as an article: the keys of our own format (docs/formats.md).
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Why an object is no article; see Reject.
struct JsonFault {
  std::string code;  ///< "invalid_json", "invalid_field", "no_text", or "truncated" when it stops short
  std::string message;
};

/// Reads one object. Ill-formed UTF-8 and halves of surrogate pairs become U+FFFD, and are told in
/// ReadArticle::warnings. Nothing is allocated for keys that are not ours.
std::variant<ReadArticle, JsonFault> read_json_article(std::string_view object);

}  // namespace fihrist
