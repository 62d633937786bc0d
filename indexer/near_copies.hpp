// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of articles that are nearly the same, out of many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "schema/article.hpp"
#include "schema/likeness.hpp"

namespace fihrist {

struct NearCopyCandidate {
  decltype(Likeness::passages) passages{};
  std::uint64_t cluster = 0;  ///< that it has already; 0 for none
  std::uint32_t document = 0;
  std::uint64_t first_of_cluster = 0;  ///< the cluster of a new group whose first member it is
};

/// The cluster of each candidate, by its place; 0 for those that are like no other. Candidates that share a
/// band are read and compared, each with the first of its group only, so that the work grows with their
/// number. A group that has clusters already takes the least of them, so that clusters last from run to run.
std::vector<std::uint64_t> near_copies(const std::vector<NearCopyCandidate>& candidates,
                                       const std::function<Article(std::size_t place)>& article_of);

}  // namespace fihrist
