// SPDX-License-Identifier: GPL-3.0-or-later
// sitemap.xml (sitemaps.org 0.9): an index of parts, so that crawlers need no search to find every article.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

/// How many articles one part names: the protocol allows 50,000.
inline constexpr std::uint64_t articles_per_sitemap = 5000;

/// The index: a part for the pages that lead to articles, and for each year, and for what has no date, as
/// many as they need. Every address is absolute; 404 when no host is known.
Response show_sitemap_index(const Visit& visit);

/// /sitemap/{name}: "pages.xml", "2017.xml", "2017-2.xml", "undated.xml"; 404 for others.
Response show_sitemap(const Visit& visit, const std::string& name);

}  // namespace fihrist
