// SPDX-License-Identifier: GPL-3.0-or-later
// Search results as people read them on a terminal or in a pipe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "searcher/search.hpp"

namespace fihrist {

/// Count, hits, related hits, facets, what else was searched, how to go on.
std::string result_text(const SearchResults& results, const Console& console);

/// The text with its highlights (code points) in bold.
std::string highlighted(std::string_view text, const std::vector<Highlight>& highlights,
                        const Console& console);

}  // namespace fihrist
