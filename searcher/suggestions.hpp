// SPDX-License-Identifier: GPL-3.0-or-later
// Completions of what is being typed. Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/ranking_options.hpp"

namespace fihrist {

/// Titles that hold what was typed, the last word perhaps unfinished, then what was typed with its last word
/// completed from the archive's words. Best first, at most `limit`.
std::vector<std::string> suggestions(const IndexView& index, const RankingOptions& options,
                                     const std::string& typed, std::uint32_t limit);

}  // namespace fihrist
