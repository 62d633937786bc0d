// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of a search drawn out: every bar is measured against the fullest month of all.
#include "web/timeline_page.hpp"

#include "web/error_page.hpp"
#include "web/facet_panel.hpp"
#include "web/results_page.hpp"

namespace fihrist {
namespace {

SearchAddress within(SearchAddress address, const std::string& period) {
  address.from = period;
  address.to = period;
  return address;
}

ModelList month_rows(const std::string& year, const Facets& facets, const SearchAddress& address,
                     const Wording& wording) {
  ModelList rows;
  for (auto month = facets.month.rbegin(); month != facets.month.rend(); ++month)
    if (month->value.starts_with(year + "-"))
      rows.push_back(value_model(month_label(month->value, wording), month->count,
                                 highest_count(facets.month),
                                 wording.links.search(within(address, month->value)), wording));
  return rows;
}

Model year_model(const FacetValue& year, const Facets& facets, const SearchAddress& address,
                 const Wording& wording) {
  const bool is_undated = year.value == undated_value;
  Model model;
  model.set("year_id", "y" + year.value);
  model.set("year_label",
            is_undated ? wording.messages.text("undated") : wording.messages.in_digits(year.value));
  model.set("year_count", wording.messages.text("articles", {count_argument("count", year.count)}));
  const std::string undated = address.asks_everything() ? wording.links.undated() : std::string{};
  const std::string url = is_undated ? undated : wording.links.search(within(address, year.value));
  model.set("has_year_url", !url.empty());
  model.set("year_url", url);
  model.set("rows", Model(is_undated ? ModelList{} : month_rows(year.value, facets, address, wording)));
  return model;
}

}  // namespace

Model timeline_model(const SearchResults& results, const SearchAddress& address, const Wording& wording) {
  const SearchAddress first = address.first_page();
  const Facets facets = results.facets.value_or(Facets{});
  ModelList years;
  for (const FacetValue& year : facets.year) years.push_back(year_model(year, facets, first, wording));
  Model model;
  set_html(model, "heading_html", results_heading(results, address, wording));
  model.set("is_empty", years.empty());
  model.set("years", Model(std::move(years)));
  model.set("back_url", wording.links.search(first));
  ModelList chips = filter_chips(address, wording, &Links::timeline);
  model.set("has_chips", !chips.empty());
  model.set("chips", Model(std::move(chips)));
  return model;
}

Response show_timeline(const Visit& visit) {
  const SearchAddress address = parse_address(visit.request.parameters);
  if (!bad_dates(address).empty()) return show_bad_date(visit, address);
  SearchRequest request = to_request(address.first_page(), 1);
  request.facets = true;
  request.related = false;
  request.snippets = false;
  const SearchResults results = visit.searcher.search(request);
  const PageFrame frame{.title = visit.wording.messages.text("timeline"),
                        .search = address,
                        .indexable = false,
                        .self_url = visit.wording.links.timeline(address)};
  return visit.page(frame, "timeline", timeline_model(results, address, visit.wording));
}

}  // namespace fihrist
