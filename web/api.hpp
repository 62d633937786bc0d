// SPDX-License-Identifier: GPL-3.0-or-later
// /api/v1: the archive for programs, as JSON. Errors are RFC 9457 problems.
#pragma once

#include <string>

#include "web/visit.hpp"

namespace fihrist {

/// /api/v1/search, /search.json, .csv and .txt: the parameters of /search, and limit, offset, facets=1,
/// why=1. 400 for a date or an order that is none.
Response api_search(const Visit& visit);
/// The article with "newer" and "older": id, title and date of its neighbours, or null.
Response api_article(const Visit& visit, const std::string& id);
Response api_stats(const Visit& visit);
/// {"query", "suggestions": […], "displayed": […], "announcement"}: docs/http-api.md.
Response api_suggest(const Visit& visit);
/// The same as OpenSearch suggestions: [query, [suggestion…]].
Response opensearch_suggest(const Visit& visit);

}  // namespace fihrist
