// SPDX-License-Identifier: GPL-3.0-or-later
// /2017: the months of a year, and who wrote in it.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

/// What stands before and behind a period that has articles; nothing at the ends.
struct AdjacentPeriods {
  std::optional<Period> newer, older;
};

AdjacentPeriods adjacent_years(const std::vector<Period>& years, std::int16_t year);
/// The nearest months with articles, in other years too.
AdjacentPeriods adjacent_months(Searcher& searcher, std::int16_t year, std::uint8_t month);

/// 404 for a year without articles.
Response show_year(const Visit& visit, std::int16_t year);

/// Sets newer_period and older_period: label and URL of each.
void set_adjacent(Model& model, const AdjacentPeriods& adjacent, const Wording& wording);

/// What the template year.mustache is filled with. `months` as Searcher::months() gives them.
Model year_model(std::int16_t year, const std::vector<Period>& months, const Facets& facets,
                 const AdjacentPeriods& adjacent, const Wording& wording);

}  // namespace fihrist
