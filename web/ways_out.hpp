// SPDX-License-Identifier: GPL-3.0-or-later
// What a search that finds nothing might be changed into, so that it finds something.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/searcher.hpp"
#include "web/wording.hpp"

namespace fihrist {

struct WayOut {
  Html label;        ///< what is changed
  SearchAddress to;  ///< the changed search
  std::uint64_t total = 0;
};

/// Only changes that find something, the smallest first: all forms of the words, one limit less (the first
/// eight limits are tried), the nearest month with results when dates are limited, no limit at all. Nothing
/// for a search without words. A dozen searches at most.
std::vector<WayOut> look_for_ways_out(Searcher& searcher, const SearchAddress& address,
                                      const Wording& wording);

}  // namespace fihrist
