// SPDX-License-Identifier: GPL-3.0-or-later
// Articles like one. Internal to this room.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/ranking_options.hpp"

namespace fihrist {

/// Articles that share the most telling words of this one, most alike first, without it.
std::vector<Xapian::docid> similar_documents(const IndexView& index, const RankingOptions& options,
                                             Xapian::docid document, std::uint32_t limit);

}  // namespace fihrist
