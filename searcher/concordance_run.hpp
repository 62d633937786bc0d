// SPDX-License-Identifier: GPL-3.0-or-later
// One page of a concordance. Internal to this room.
#pragma once

#include "searcher/concordance.hpp"
#include "searcher/search_run.hpp"

namespace fihrist {

/// Of the articles that `request` finds; relevance means oldest first, `limit` counts places. A query without
/// words to look for has no places. Reads at most 4 MB of texts and one article beyond. Throws Error(usage)
/// for a cursor that is none of this order.
Concordance find_occurrences(const SearchContext& context, const SearchRequest& request);

}  // namespace fihrist
