// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a wanted text an extracted one holds, as the article extraction benchmark counts it.
#pragma once

#include <string_view>
#include <vector>

namespace fihrist::bench {

/// Shares of all shingles of one page: found, found but not wanted, wanted but not found. They add up to 1,
/// or are all 0 when both texts are empty.
struct Overlap {
  double found = 0;
  double surplus = 0;
  double missed = 0;
};

/// Compares runs of four words, each as often as it occurs. Words are runs of letters, digits and '_'.
Overlap compare(std::string_view wanted, std::string_view extracted);

struct Quality {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

/// Means over pages, not over words. Reference: evaluate.py of scrapinghub's article-extraction-benchmark.
Quality quality_of(const std::vector<Overlap>& pages);

/// The F1 of one page.
double f1_of(const Overlap& page);

}  // namespace fihrist::bench
