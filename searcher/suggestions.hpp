// SPDX-License-Identifier: GPL-3.0-or-later
// Completions of what is being typed. Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/ranking_options.hpp"

namespace fihrist {

/// Titles that hold what was typed, the last word perhaps unfinished, names in either script; then what was
/// typed with its last word completed by words of the archive, behind other words only by such as some
/// article holds beside them. Best first, at most `limit`. Costs at most 20 counts and 50 titles read.
std::vector<std::string> suggestions(const IndexView& index, const RankingOptions& options,
                                     const std::string& typed, std::uint32_t limit);

}  // namespace fihrist
