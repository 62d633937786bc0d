// SPDX-License-Identifier: GPL-3.0-or-later
// /search: what was found, in order, with ways to narrow it.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

inline constexpr std::uint32_t results_per_page = 10;

/// The page; 400 with the form kept when a limit is no date; a redirect to the first page when there is
/// no such page.
Response show_results(const Visit& visit);

/// A hint below an empty list: what would find something.
struct WayOut {
  std::uint64_t without_limits = 0;  ///< hits when all limits are dropped
  std::uint64_t in_all_forms = 0;    ///< hits when the words need not be as written
};

/// What the template results.mustache is filled with.
Model results_model(const SearchResults& results, const SearchAddress& address, const WayOut& way_out,
                    const Wording& wording);

/// «58 نتيجة عن «هاتف»» as markup for the heading, as plain text for data; the query with the number of the
/// page for the window's title.
Html results_heading(const SearchResults& results, const SearchAddress& address, const Wording& wording);
std::string results_heading_text(const SearchResults& results, const SearchAddress& address,
                                 const Wording& wording);
std::string results_title(const SearchResults& results, const SearchAddress& address, const Wording& wording);

}  // namespace fihrist
