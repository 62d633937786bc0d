// SPDX-License-Identifier: GPL-3.0-or-later
// /search: what was found, in order, with ways to narrow it.
#pragma once

#include "web/visit.hpp"
#include "web/ways_out.hpp"

namespace fihrist {

inline constexpr std::uint32_t results_per_page = 10;

/// The page; 400 with the form kept when a limit is no date; a redirect to the first page when there is
/// no such page.
Response show_results(const Visit& visit);

/// What the template results.mustache is filled with.
Model results_model(const SearchResults& results, const SearchAddress& address,
                    const std::vector<WayOut>& ways_out, const Wording& wording);

/// «58 نتيجة عن «هاتف»» as markup for the heading, as plain text for data; the query with the number of the
/// page for the window's title.
Html results_heading(const SearchResults& results, const SearchAddress& address, const Wording& wording);
std::string results_heading_text(const SearchResults& results, const SearchAddress& address,
                                 const Wording& wording);
std::string results_title(const SearchResults& results, const SearchAddress& address, const Wording& wording);

}  // namespace fihrist
