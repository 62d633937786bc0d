// SPDX-License-Identifier: GPL-3.0-or-later
// A hit as templates show it, in lists of results, of similar articles and of neighbours.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/search.hpp"
#include "web/wording.hpp"

namespace fihrist {

enum class HitDate { full, day_in_year };

struct HitForm {
  SearchAddress found_by = {};  ///< goes into the hit's link, so that the article knows its way back
  HitDate date = HitDate::full;
  int heading_level = 2;
};

Model hit_model(const Hit& hit, const Wording& wording, const HitForm& form = {});
ModelList hit_models(const std::vector<Hit>& hits, const Wording& wording, const HitForm& form = {});

/// The title, or what stands for a missing one.
std::string shown_title(const std::string& title, const Wording& wording);

/// «أحمد منصور، Yassine K.» as markup, each name isolated.
Html names_html(const std::vector<std::string>& names, const Wording& wording);

}  // namespace fihrist
