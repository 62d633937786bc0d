// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that are nearly the same, shown once. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/relevance.hpp"

namespace fihrist {

/// The first of each cluster (Slot::cluster), in their order, and everything that is in none; no more of them
/// than `wanted`.
std::vector<RankedMatch> without_copies(const IndexView& index, const std::vector<RankedMatch>& matches,
                                        std::size_t wanted);

/// How many other matches of a query have the cluster of this document.
std::uint64_t copies_of(const IndexView& index, const Xapian::Query& query, Xapian::docid document);

/// The article of an id and the others of its cluster; nothing when there is no such article.
Xapian::Query cluster_filter(const IndexView& index, const std::string& id);

/// How many matches of a query without_copies() would leave out of all of them. Only articles that are in a
/// cluster are looked at.
std::uint64_t copies_among(const IndexView& index, const Xapian::Query& query);

}  // namespace fihrist
