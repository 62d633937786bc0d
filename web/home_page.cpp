// SPDX-License-Identifier: GPL-3.0-or-later
// The home page: an archive at a glance.
#include "web/home_page.hpp"

#include <algorithm>

#include "web/absolute_url.hpp"
#include "web/facet_panel.hpp"
#include "web/hit_model.hpp"
#include "web/json_ld.hpp"

namespace fihrist {
namespace {

constexpr std::uint32_t newest_shown = 8;
constexpr std::size_t names_shown = 8;

std::vector<FacetValue> first_values(const std::vector<FacetValue>& values, std::size_t count) {
  return {values.begin(), values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), count))};
}

std::string count_and_span(const ArchiveAtAGlance& archive, const Wording& wording) {
  std::string count = wording.messages.text("articles", {count_argument("count", archive.stats.articles)});
  if (!archive.first || !archive.last) return count;
  const auto month_of = [&](const Date& date) {
    return date.precision == DatePrecision::year ? wording.messages.digits(date.year)
                                                 : wording.dates.month(date.year, date.month);
  };
  const std::string from = month_of(*archive.first);
  const std::string to = month_of(*archive.last);
  return from == to ? wording.messages.text("archive_period", {{"count", count}, {"period", from}})
                    : wording.messages.text("archive_span", {{"count", count}, {"from", from}, {"to", to}});
}

ModelList year_rows(const std::vector<FacetValue>& years, const Wording& wording) {
  ModelList rows;
  for (const FacetValue& year : years) {
    const bool is_undated = year.value == undated_value;
    const std::string label =
        is_undated ? wording.messages.text("undated") : wording.messages.in_digits(year.value);
    const std::string url = is_undated ? wording.links.undated() : wording.links.to("/" + year.value);
    rows.push_back(value_model(Html::trusted(escape(label)), year.count, highest_count(years), url, wording));
  }
  return rows;
}

/// Names of one kind, and the way to all of them.
void add_group(ModelList& groups, const std::string& message, ModelList rows, const Wording& wording) {
  if (rows.empty()) return;
  Model group;
  group.set("group_heading", wording.messages.text(message));
  group.set("rows", Model(std::move(rows)));
  group.set("all_url", wording.links.to("/" + message));
  group.set("all_text", wording.messages.text("all_" + message));
  groups.push_back(std::move(group));
}

}  // namespace

ArchiveAtAGlance look_at_archive(Searcher& searcher) {
  ArchiveAtAGlance archive{.stats = searcher.stats()};
  archive.newest = searcher.search({.sort = Sort::newest, .limit = newest_shown, .related = false}).hits;
  const auto oldest = searcher.search({.sort = Sort::oldest, .limit = 1, .related = false}).hits;
  if (!oldest.empty()) archive.first = oldest.front().date;
  if (!archive.newest.empty()) archive.last = archive.newest.front().date;
  return archive;
}

Model home_model(const ArchiveAtAGlance& archive, const Wording& wording) {
  Model model = search_form_model({}, wording);
  model.set("count_and_span", count_and_span(archive, wording));
  model.set("is_empty", archive.stats.articles == 0);
  model.set("has_newest", !archive.newest.empty());
  model.set("hits", Model(hit_models(archive.newest, wording)));
  model.set("all_url", wording.links.search({.sort = Sort::newest}));
  model.set("has_years", !archive.stats.years.empty());
  model.set("years", Model(year_rows(archive.stats.years, wording)));
  ModelList groups;
  const auto names = [&](const std::vector<FacetValue>& values,
                         std::string (Links::*link)(std::string_view) const) {
    return value_list(first_values(values, names_shown), wording,
                      [&](const std::string& value) { return (wording.links.*link)(value); });
  };
  add_group(groups, "authors", names(archive.stats.authors, &Links::author), wording);
  add_group(groups, "sources", names(archive.stats.sources, &Links::source), wording);
  add_group(groups, "tags", names(archive.stats.tags, &Links::tag), wording);
  model.set("groups", Model(std::move(groups)));
  return model;
}

Response show_home(const Visit& visit) {
  const Wording& wording = visit.wording;
  const std::string url = absolute_url(visit.request, wording.site, wording.links.prefix() + "/");
  const PageFrame frame{.is_home = true,
                        .feed_url = wording.links.feed({}),
                        .self_url = wording.links.home(),
                        .canonical_url = url,
                        .description = wording.messages.text("tagline"),
                        .structured_data = website_data(url, wording)};
  return visit.page(frame, "home", home_model(look_at_archive(visit.searcher), visit.wording));
}

}  // namespace fihrist
