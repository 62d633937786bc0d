// SPDX-License-Identifier: GPL-3.0-or-later
// /timeline: when the articles of a search were published, year by year and month by month.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

/// Takes the parameters of /search. Bars in lists of links: the same for eyes, screen readers and paper.
Response show_timeline(const Visit& visit);

/// What the template timeline.mustache is filled with.
Model timeline_model(const SearchResults& results, const SearchAddress& address, const Wording& wording);

}  // namespace fihrist
