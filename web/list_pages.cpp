// SPDX-License-Identifier: GPL-3.0-or-later
// Lists in date order: all the same page, filled by different searches.
#include "web/list_pages.hpp"

#include "searcher/cursor.hpp"
#include "web/absolute_url.hpp"
#include "web/error_page.hpp"
#include "web/hit_model.hpp"
#include "web/page_forms.hpp"
#include "web/pager.hpp"

namespace fihrist {
namespace {

Response not_found(const Visit& visit) {
  return visit.data ? problem(404, "this list is empty") : error_page(visit.templates, visit.wording, 404);
}

/// One page of articles, newest first, from where the request's cursor points.
SearchRequest newest_first(const Visit& visit, SearchAddress address) {
  const SearchAddress asked = parse_address(visit.request.parameters);
  address.sort = Sort::newest;
  address.after = asked.after;
  address.before = asked.before;
  address.jump = asked.jump;
  SearchRequest request = to_request(
      address, visit.data ? data_limit(visit.request.parameters, articles_per_list) : articles_per_list);
  request.related = false;
  return request;
}

/// The path of the list with a cursor: lists have no other parameters. Without one it is the first page.
std::string url_of_step(const std::string& list_url, const SearchAddress& step) {
  if (step.after.empty() && step.before.empty()) return list_url;
  const std::string cursor =
      to_query({{.name = "after", .value = step.after}, {.name = "before", .value = step.before}});
  return list_url + (list_url.find('?') == list_url.npos ? "?" : "&") + cursor;
}

DateSteps steps_of(const ListPage& page) {
  return date_steps(page.results, {}, [&](const SearchAddress& step) { return url_of_step(page.url, step); });
}

Response render_list(const Visit& visit, const ListPage& page, const Model& model) {
  const PageFrame frame{
      .title = page.title,
      .search = page.found_by,
      .feed_url = page.found_by.asks_everything() ? "" : visit.wording.links.feed(page.found_by),
      .data_url = page.url,
      .self_url = page.url,
      .canonical_url = absolute_url(visit.request, visit.wording.site, page.url)};
  return visit.page(frame, "list", model);
}

Response show_list(const Visit& visit, const ListPage& page) {
  if (page.results.total == 0) return not_found(visit);
  if (visit.data) return data_response(visit, page.results, page.title);
  return render_list(visit, page, list_model(page, visit.wording));
}

std::string articles_text(std::uint64_t count, const Wording& wording) {
  return wording.messages.text("articles", {count_argument("count", count)});
}

Response show_named(const Visit& visit, const std::string& name, const char* message, const std::string& url,
                    const SearchAddress& address) {
  ListPage page{.title = name,
                .url = url,
                .results = visit.searcher.search(newest_first(visit, address)),
                .found_by = address};
  page.found_by.sort = Sort::newest;
  page.heading = visit.wording.messages.html(
      message, {{"count", articles_text(page.results.total, visit.wording)}, {"name", isolated_html(name)}});
  return show_list(visit, page);
}

std::uint64_t count_undated(Searcher& searcher) {
  for (const Period& period : searcher.years())
    if (period.year == 0) return period.count;
  return 0;
}

}  // namespace

std::string end_of_dated(Searcher& searcher) {
  const auto oldest = searcher.search({.sort = Sort::oldest, .limit = 1, .related = false}).hits;
  auto cursor = oldest.empty() || !oldest.front().date ? std::nullopt : parse_cursor(oldest.front().cursor);
  if (!cursor) return {};
  cursor->sort = Sort::newest;
  return to_text(*cursor);
}

Model list_model(const ListPage& page, const Wording& wording) {
  const bool by_date = page.found_by.asks_everything();
  Model model;
  set_html(model, "heading_html", page.heading);
  set_adjacent(model, page.adjacent, wording);
  const HitForm form{.found_by = page.found_by, .date = by_date ? HitDate::day_in_year : HitDate::full};
  model.set("hits", Model(hit_models(page.results.hits, wording, form)));
  set_date_steps(model, steps_of(page));
  // The articles of one month need no jump to another.
  set_jump(model, page.results, by_date ? std::string{} : page.url, wording);
  set_data_links(model, page.url, by_date ? std::string{} : wording.links.feed(page.found_by));
  return model;
}

Response show_year_data(const Visit& visit, std::int16_t year) {
  const std::string name = std::to_string(year);
  const SearchResults results = visit.searcher.search(newest_first(visit, {.from = name, .to = name}));
  return results.total == 0 ? not_found(visit) : data_response(visit, results, name);
}

Response show_month(const Visit& visit, std::int16_t year, std::uint8_t month) {
  const Wording& wording = visit.wording;
  const Date date{.year = year, .month = month, .precision = DatePrecision::month};
  const std::string period = wording.dates.month(year, month);
  ListPage page{
      .title = period,
      .url = wording.links.month(year, month),
      .results = visit.searcher.search(newest_first(visit, {.from = to_iso(date), .to = to_iso(date)})),
      .adjacent = adjacent_months(visit.searcher, year, month)};
  page.heading = wording.messages.html(
      "articles_in_month", {{"period", period}, {"count", articles_text(page.results.total, wording)}});
  return show_list(visit, page);
}

Response show_undated(const Visit& visit) {
  SearchRequest request = newest_first(visit, {});
  const bool is_first = request.after.empty();
  request.before.clear();
  if (is_first) request.after = end_of_dated(visit.searcher);
  ListPage page{.title = visit.wording.messages.text("undated"),
                .url = visit.wording.links.undated(),
                .results = visit.searcher.search(request)};
  page.results.total = count_undated(visit.searcher);
  if (page.results.total == 0) return not_found(visit);
  page.results.previous.reset();  // it would lead back among the dated ones
  if (visit.data) return data_response(visit, page.results, page.title);
  page.heading = visit.wording.messages.html("articles_undated",
                                             {{"count", articles_text(page.results.total, visit.wording)}});
  Model model = list_model(page, visit.wording);
  DateSteps steps = steps_of(page);
  steps.newest_url.clear();
  steps.oldest_url.clear();
  steps.newer_url = is_first ? std::string{} : page.url;
  set_date_steps(model, steps);
  return render_list(visit, page, model);
}

Response show_author(const Visit& visit, const std::string& name) {
  return show_named(visit, name, "articles_by", visit.wording.links.author(name), {.authors = {name}});
}

Response show_tag(const Visit& visit, const std::string& name) {
  return show_named(visit, name, "articles_tagged", visit.wording.links.tag(name), {.tags = {name}});
}

Response show_source(const Visit& visit, const std::string& name) {
  return show_named(visit, name, "articles_from", visit.wording.links.source(name), {.sources = {name}});
}

}  // namespace fihrist
