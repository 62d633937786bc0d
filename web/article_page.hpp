// SPDX-License-Identifier: GPL-3.0-or-later
// /article/{id}: the article, where it came from, what stands beside it in time and in the search.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/visit.hpp"

namespace fihrist {

/// What the page shows beside the article itself.
struct Surroundings {
  Neighbours neighbours;
  std::optional<PlaceInResults> place;  ///< nothing when it was not reached by a search
  std::vector<Hit> similar;
  std::vector<Highlight> title_highlights, text_highlights;
  std::string url;  ///< absolute, of the article's own page; empty: unknown
};

/// 404 for an id that the archive does not have, 410 for one that was taken down.
Response show_article(const Visit& visit, const std::string& id);

/// What the template article.mustache is filled with.
Model article_model(const Article& article, const Surroundings& around, const SearchAddress& found_by,
                    const Wording& wording);

}  // namespace fihrist
