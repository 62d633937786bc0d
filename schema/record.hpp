// SPDX-License-Identifier: GPL-3.0-or-later
// The stored record: the whole article in the document's data (record_codec.hpp compresses it).
#pragma once

#include <string>
#include <string_view>

#include "schema/article.hpp"

namespace fihrist {

/// JSON of every field of the article, without a line end; empty fields are left out. The keys are those of
/// our JSON lines format (docs/formats.md), plus "alias_urls", "date_origin" and "site_lines". Broken UTF-8
/// is replaced by U+FFFD.
std::string to_json_line(const Article& article);

/// The same JSON without the text, a line feed, and the text as it is: lists of results need little of an
/// article, and a long text costs more to read as JSON than all the rest of a search.
std::string to_record(const Article& article);

/// The inverse. Throws Error(damaged) for bytes that to_record() did not make.
Article from_record(std::string_view record);

/// 16 raw bytes, FNV-1a over the record. content_hash() of the article is this in hex.
std::string record_digest(std::string_view record);

}  // namespace fihrist
