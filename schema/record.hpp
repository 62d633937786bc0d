// SPDX-License-Identifier: GPL-3.0-or-later
// The stored record: the whole article as JSON in the document's data, compressed by Xapian.
#pragma once

#include <string>
#include <string_view>

#include "schema/article.hpp"

namespace fihrist {

/// JSON of every field of the article; empty fields are left out. The keys are those of our JSON lines
/// format (docs/formats.md), so that `export` writes it as it is, plus "alias_urls".
std::string to_record(const Article& article);

/// The inverse. Throws Error(damaged) for bytes that to_record() did not make.
Article from_record(std::string_view record);

/// Value slot `hash`: 16 raw bytes, FNV-1a over the record. content_hash() of the article is this in hex.
std::string record_digest(std::string_view record);

}  // namespace fihrist
