// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to narrow a search, and the limits that are in force, each with its way out.
#pragma once

#include <string_view>

#include "searcher/search.hpp"
#include "web/wording.hpp"

namespace fihrist {

/// The value of the facet of years for articles without a date.
inline constexpr std::string_view undated_value = "undated";

/// Groups by year, and by month within one year (with bars), author, source and tag; a value that is in force
/// is shown without a link. A group without values is left out.
ModelList facet_groups(const Facets& facets, const SearchAddress& address, const Wording& wording);

/// A limit of a search: author, source, tag or dates.
struct LimitInForce {
  Html label;             ///< «الكاتب: أحمد منصور»
  SearchAddress without;  ///< the same search without this limit alone, from its first page
};
std::vector<LimitInForce> limits_in_force(const SearchAddress& address, const Wording& wording);

/// How an address is linked to: Links::search or Links::timeline.
using LinkOfAddress = std::string (Links::*)(const SearchAddress&) const;

/// One chip a limit, with the link that removes this one alone.
ModelList filter_chips(const SearchAddress& address, const Wording& wording,
                       LinkOfAddress link = &Links::search);

/// The name of a month of the facets, "2017-01".
Html month_label(const std::string& month, const Wording& wording);

/// Values as a list with links, counts and bars: for browsing. `link` gives the URL of a value.
template <typename Link>
ModelList value_list(const std::vector<FacetValue>& values, const Wording& wording, Link&& link);

/// One row of such a list. Bars are in percent of `most`.
Model value_model(const Html& label, std::uint64_t count, std::uint64_t most, const std::string& url,
                  const Wording& wording);

std::uint64_t highest_count(const std::vector<FacetValue>& values);

template <typename Link>
ModelList value_list(const std::vector<FacetValue>& values, const Wording& wording, Link&& link) {
  ModelList rows;
  const std::uint64_t most = highest_count(values);
  for (const FacetValue& value : values)
    rows.push_back(value_model(isolated_html(value.value), value.count, most, link(value.value), wording));
  return rows;
}

}  // namespace fihrist
