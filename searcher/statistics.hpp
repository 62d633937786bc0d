// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive holds, in numbers. Internal to this room.
#pragma once

#include <vector>

#include "schema/fields.hpp"
#include "searcher/index_view.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {

/// See Searcher::years, Searcher::months, Searcher::names and Searcher::stats.
std::vector<Period> count_years(const IndexView& index);
std::vector<Period> count_months(const IndexView& index, std::int16_t year);
std::vector<FacetValue> count_names(const IndexView& index, Field field);
ArchiveStats count_archive(const IndexView& index);

}  // namespace fihrist
