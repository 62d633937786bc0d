// SPDX-License-Identifier: GPL-3.0-or-later
// A year as a list of its months with bars: the same for eyes, screen readers and paper.
#include "web/year_page.hpp"

#include <algorithm>
#include <array>

#include "web/absolute_url.hpp"
#include "web/error_page.hpp"
#include "web/facet_panel.hpp"

namespace fihrist {
namespace {

constexpr std::size_t names_of_year = 10;

/// The dated periods, newest first: undated years and months are no neighbours.
std::vector<Period> dated(std::vector<Period> periods, bool by_month) {
  std::erase_if(periods,
                [&](const Period& period) { return period.year == 0 || (by_month && period.month == 0); });
  return periods;
}

template <typename IsIt>
AdjacentPeriods around(const std::vector<Period>& newest_first, IsIt&& is_it) {
  const auto here = std::find_if(newest_first.begin(), newest_first.end(), is_it);
  AdjacentPeriods adjacent;
  if (here == newest_first.end()) return adjacent;
  if (here != newest_first.begin()) adjacent.newer = *(here - 1);
  if (here + 1 != newest_first.end()) adjacent.older = *(here + 1);
  return adjacent;
}

/// The first or the last month of an adjacent year.
std::optional<Period> end_month(Searcher& searcher, const std::optional<Period>& year, bool newest) {
  if (!year) return std::nullopt;
  const std::vector<Period> months = dated(searcher.months(year->year), true);
  if (months.empty()) return std::nullopt;
  return newest ? months.front() : months.back();
}

void set_period(Model& model, const std::string& name, const std::optional<Period>& period,
                const Wording& wording) {
  model.set("has_" + name, period.has_value());
  if (!period) return;
  const bool is_year = period->month == 0;
  model.set(name + "_text", is_year ? wording.messages.digits(period->year)
                                    : wording.dates.month(period->year, period->month));
  model.set(name + "_url",
            is_year ? wording.links.year(period->year) : wording.links.month(period->year, period->month));
}

ModelList month_rows(std::int16_t year, const std::vector<Period>& months, const Wording& wording) {
  std::array<std::uint64_t, 13> counts{};
  for (const Period& period : months) counts.at(period.month) = period.count;
  const std::uint64_t most = *std::max_element(counts.begin(), counts.end());
  ModelList rows;
  for (std::uint8_t month = 1; month <= 12; ++month)
    rows.push_back(value_model(Html::trusted(escape(wording.dates.month_name(month))), counts.at(month), most,
                               counts.at(month) == 0 ? std::string{} : wording.links.month(year, month),
                               wording));
  if (counts[0] > 0)
    rows.push_back(value_model(wording.messages.html("without_month"), counts[0], most, {}, wording));
  return rows;
}

template <typename Link>
void set_names(Model& model, const std::string& name, std::vector<FacetValue> values, const Wording& wording,
               Link&& link) {
  values.resize(std::min(values.size(), names_of_year));
  model.set("has_" + name, !values.empty());
  model.set(name, Model(value_list(values, wording, link)));
}

}  // namespace

AdjacentPeriods adjacent_years(const std::vector<Period>& years, std::int16_t year) {
  return around(dated(years, false), [&](const Period& period) { return period.year == year; });
}

AdjacentPeriods adjacent_months(Searcher& searcher, std::int16_t year, std::uint8_t month) {
  AdjacentPeriods adjacent =
      around(dated(searcher.months(year), true), [&](const Period& period) { return period.month == month; });
  if (adjacent.newer && adjacent.older) return adjacent;
  const AdjacentPeriods years = adjacent_years(searcher.years(), year);
  if (!adjacent.newer) adjacent.newer = end_month(searcher, years.newer, false);
  if (!adjacent.older) adjacent.older = end_month(searcher, years.older, true);
  return adjacent;
}

void set_adjacent(Model& model, const AdjacentPeriods& adjacent, const Wording& wording) {
  set_period(model, "newer_period", adjacent.newer, wording);
  set_period(model, "older_period", adjacent.older, wording);
  model.set("has_adjacent", adjacent.newer || adjacent.older);
}

Model year_model(std::int16_t year, const std::vector<Period>& months, const Facets& facets,
                 const AdjacentPeriods& adjacent, const Wording& wording) {
  std::uint64_t total = 0;
  for (const Period& month : months) total += month.count;
  const std::string count = wording.messages.text("articles", {count_argument("count", total)});
  const SearchAddress in_year{.from = std::to_string(year), .to = std::to_string(year)};
  const auto narrowed = [&](std::vector<std::string> SearchAddress::*names) {
    return [&, names](const std::string& name) {
      SearchAddress address = in_year;
      (address.*names).push_back(name);
      return wording.links.search(address);
    };
  };
  Model model;
  model.set("heading", wording.messages.text("articles_in_year",
                                             {{"count", count}, {"year", wording.messages.digits(year)}}));
  set_adjacent(model, adjacent, wording);
  model.set("months", Model(month_rows(year, months, wording)));
  model.set("all_url", wording.links.search(in_year));
  set_names(model, "authors", facets.author, wording, narrowed(&SearchAddress::authors));
  set_data_links(model, wording.links.year(year));
  set_names(model, "sources", facets.source, wording, narrowed(&SearchAddress::sources));
  return model;
}

Response show_year(const Visit& visit, std::int16_t year) {
  const std::vector<Period> months = visit.searcher.months(year);
  if (months.empty()) return error_page(visit.templates, visit.wording, 404);
  const Date date{.year = year, .precision = DatePrecision::year};
  const SearchResults found = visit.searcher.search(
      {.sort = Sort::newest, .limit = 1, .from = date, .to = date, .facets = true, .related = false});
  const AdjacentPeriods adjacent = adjacent_years(visit.searcher.years(), year);
  const auto year_url = [&](const std::optional<Period>& period) {
    return period ? visit.wording.links.year(period->year) : std::string{};
  };
  const PageFrame frame{
      .title = visit.wording.messages.digits(year),
      .newer_url = year_url(adjacent.newer),
      .older_url = year_url(adjacent.older),
      .data_url = visit.wording.links.year(year),
      .self_url = visit.wording.links.year(year),
      .canonical_url = absolute_url(visit.request, visit.wording.site, visit.wording.links.year(year))};
  return visit.page(frame, "year",
                    year_model(year, months, found.facets.value_or(Facets{}), adjacent, visit.wording));
}

}  // namespace fihrist
