// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as JSON: the one form that `search --format json` and /api/v1 share (docs/http-api.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/article.hpp"
#include "searcher/search.hpp"

namespace fihrist {

std::string to_json(const SearchResults& results);
/// One article whole, with its neighbours left to the caller.
std::string to_json(const Article& article);

/// "relevance", "newest", "oldest", and back; nothing for another word.
std::string_view name_of(Sort sort);
std::optional<Sort> sort_named(std::string_view name);

/// "year", "month", "day", "minute", "second".
std::string_view name_of(DatePrecision precision);

}  // namespace fihrist
