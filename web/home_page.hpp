// SPDX-License-Identifier: GPL-3.0-or-later
// /: the search box, how much there is, the newest articles, and ways to browse.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

/// What the home page tells of the archive; the same until the next commit.
struct ArchiveAtAGlance {
  ArchiveStats stats;
  std::vector<Hit> newest;
  std::optional<Date> first, last;  ///< dates of the oldest and the newest dated article
};

ArchiveAtAGlance look_at_archive(Searcher& searcher);
Response show_home(const Visit& visit);

/// What the template home.mustache is filled with.
Model home_model(const ArchiveAtAGlance& archive, const Wording& wording);

}  // namespace fihrist
