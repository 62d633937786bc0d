// SPDX-License-Identifier: GPL-3.0-or-later
// Small answers for machines: robots, browsers' search boxes, watchdogs.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

/// Articles and months may be crawled; searches and their facets may not.
Response robots(const Request& request, const SiteSettings& site);

/// OpenSearch description. The format wants absolute URLs, so this one answer names the host it was asked
/// by, when that is a plain host; it is not to be cached.
Response opensearch_description(const Visit& visit);

/// 200 when the index answers a search, be it by some of its shards alone, which is said.
Response show_ready(const Visit& visit);

/// 200 as long as the process answers at all.
Response health();

}  // namespace fihrist
