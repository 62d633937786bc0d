// SPDX-License-Identifier: GPL-3.0-or-later
// Places of one article stand together below its title.
#include "web/concordance_page.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "analysis/utf8.hpp"
#include "searcher/results_json.hpp"
#include "web/error_page.hpp"
#include "web/hit_model.hpp"
#include "web/page_forms.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint32_t places_per_page = 50;
constexpr const char* path = "/concordance";

/// A context cut at its mark: before, match, after.
std::array<std::string, 3> cut(const Snippet& context) {
  const Highlight mark = context.highlights.empty() ? Highlight{} : context.highlights.front();
  const std::string_view text = context.text;
  const std::size_t begin = first_code_points(text, mark.begin).size();
  const std::size_t end = first_code_points(text, mark.end).size();
  return {std::string(text.substr(0, begin)), std::string(text.substr(begin, end - begin)),
          std::string(text.substr(end))};
}

std::string tsv_cell(std::string cell) {
  std::replace_if(
      cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  const std::size_t first = cell.find_first_not_of(' ');
  const bool looks_like_formula =
      first != cell.npos && std::string_view("=+-@").find(cell[first]) != std::string_view::npos;
  return looks_like_formula ? '\'' + cell : cell;
}

const char* where(const Occurrence& place) { return place.in_title ? "title" : "text"; }

Json place_json(const Occurrence& place) {
  const auto [before, match, after] = cut(place.context);
  return {{"id", place.id},
          {"title", place.title},
          {"url", place.url.empty() ? Json(nullptr) : Json(place.url)},
          {"date", place.date ? Json(to_iso(*place.date)) : Json(nullptr)},
          {"where", where(place)},
          {"before", before},
          {"match", match},
          {"after", after}};
}

Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

/// Time is the only order: relevance means the oldest first.
SearchAddress address_of(const Visit& visit) {
  SearchAddress address = parse_address(visit.request.parameters);
  address.sort = address.sort == Sort::newest ? Sort::newest : Sort::oldest;
  return address;
}

Concordance find(const Visit& visit, const SearchAddress& address, std::uint32_t limit) {
  SearchRequest request = to_request(address, limit);
  if (address.text.empty()) return {.query = "", .sort = request.sort};
  return visit.searcher.concordance(request);
}

std::string url_of(const Wording& wording, const SearchAddress& address, const char* ending = "") {
  return wording.links.to(std::string(path) + ending, parameters_of(address));
}

SearchAddress step(const SearchAddress& address, const std::string& after, const std::string& before) {
  SearchAddress to = address.first_page();
  to.after = after;
  to.before = before;
  return to;
}

/// Adds the place to the row of its article, which is the last one or a new one.
ModelList article_rows(const Concordance& found, const SearchAddress& address, const Wording& wording) {
  ModelList rows;
  const SearchAddress search = address.first_page();
  for (std::size_t i = 0; i < found.occurrences.size();) {
    const Occurrence& first = found.occurrences[i];
    ModelList lines;
    for (; i < found.occurrences.size() && found.occurrences[i].id == first.id; ++i) {
      const Occurrence& place = found.occurrences[i];
      Model line;
      set_html(line, "line_html", inline_html(place.context.text, place.context.highlights));
      line.set("in_title", place.in_title);
      lines.push_back(std::move(line));
    }
    Model row =
        hit_model({.id = first.id, .title = first.title, .date = first.date}, wording, {.found_by = search});
    row.set("lines", Model(std::move(lines)));
    rows.push_back(std::move(row));
  }
  return rows;
}

void set_steps(Model& model, const Concordance& found, const SearchAddress& address, const Wording& wording) {
  const std::string on = found.next ? url_of(wording, step(address, *found.next, "")) : std::string{};
  const std::string back =
      found.previous ? url_of(wording, step(address, "", *found.previous)) : std::string{};
  const bool is_newest_first = found.sort == Sort::newest;
  const std::string& newer = is_newest_first ? back : on;
  const std::string& older = is_newest_first ? on : back;
  model.set("has_steps", !on.empty() || !back.empty());
  model.set("newer_places_url", newer);
  model.set("has_newer_places", !newer.empty());
  model.set("older_places_url", older);
  model.set("has_older_places", !older.empty());
}

ModelList order_links(const SearchAddress& address, const Wording& wording) {
  ModelList links;
  for (const Sort sort : {Sort::oldest, Sort::newest}) {
    SearchAddress sorted = address.first_page();
    sorted.sort = sort;
    Model link;
    link.set("sort_name", wording.messages.text("sort_" + std::string(name_of(sort))));
    link.set("sort_url", url_of(wording, sorted));
    link.set("is_chosen", sort == address.sort);
    links.push_back(std::move(link));
  }
  return links;
}

Model concordance_model(const Concordance& found, const SearchAddress& address, const Wording& wording) {
  const bool has_query = !address.text.empty();
  const Html query = isolated_html(address.text);
  Model model;
  set_html(model, "heading_html",
           has_query ? wording.messages.html("concordance_of", {{"query", query}})
                     : Html::trusted(escape(wording.messages.text("concordance"))));
  model.set("has_query", has_query);
  model.set("articles_text", wording.messages.text("concordance_articles",
                                                   {{"count", wording.messages.number(found.articles)}}));
  model.set("has_places", !found.occurrences.empty());
  model.set("is_empty", has_query && found.occurrences.empty());
  model.set("articles", Model(article_rows(found, address, wording)));
  model.set("orders", Model(order_links(address, wording)));
  SearchAddress search = address.first_page();
  search.sort.reset();
  model.set("results_url", wording.links.search(search));
  set_html(model, "back_html", wording.messages.html("back_to_results", {{"query", query}}));
  model.set("tsv_url", url_of(wording, address, ".tsv"));
  model.set("json_places_url", url_of(wording, address, ".json"));
  set_steps(model, found, address, wording);
  return model;
}

/// The answer to a program, or why there is none.
template <typename Write>
Response data_of(const Visit& visit, const char* ending, const char* content_type, Write&& write) {
  const SearchAddress address = address_of(visit);
  if (const auto wrong = bad_dates(address); !wrong.empty())
    return problem(400, wrong.front() + " is no date");
  const Concordance found = find(visit, address, data_limit(visit.request.parameters, places_per_page));
  Response response{
      .content_type = content_type, .body = write(found), .headers = {{"X-Robots-Tag", "noindex"}}};
  if (!found.next) return response;
  Parameters parameters = parameters_of(step(address, *found.next, ""));
  parameters.push_back({.name = "limit", .value = std::string(value_of(visit.request.parameters, "limit"))});
  response.headers.emplace_back(
      "Link", "<" + visit.wording.links.to(std::string(path) + ending, parameters) + ">; rel=\"next\"");
  return response;
}

}  // namespace

std::string tsv_of(const std::vector<Occurrence>& occurrences) {
  std::string tsv = "date\tid\ttitle\twhere\tbefore\tmatch\tafter\turl\n";
  for (const Occurrence& place : occurrences) {
    const auto [before, match, after] = cut(place.context);
    const std::array cells{place.date ? to_iso(*place.date) : std::string{},
                           place.id,
                           place.title,
                           std::string(where(place)),
                           before,
                           match,
                           after,
                           place.url};
    std::string line;
    for (const std::string& cell : cells) line += tsv_cell(cell) + '\t';
    line.back() = '\n';
    tsv += line;
  }
  return tsv;
}

Response show_concordance(const Visit& visit) {
  const SearchAddress address = address_of(visit);
  if (!bad_dates(address).empty()) return show_bad_date(visit, address);
  const Wording& wording = visit.wording;
  const Concordance found = find(visit, address, places_per_page);
  SearchAddress search = address.first_page();
  search.sort.reset();
  const PageFrame frame{.title = address.text.empty()
                                     ? wording.messages.text("concordance")
                                     : wording.messages.text("concordance_of", {{"query", address.text}}),
                        .search = search,
                        .indexable = false,
                        .self_url = url_of(wording, address)};
  return visit.page(frame, "concordance", concordance_model(found, address, wording));
}

Response concordance_tsv(const Visit& visit) {
  return data_of(visit, ".tsv", "text/tab-separated-values; charset=utf-8",
                 [](const Concordance& found) { return tsv_of(found.occurrences); });
}

Response concordance_json(const Visit& visit) {
  return data_of(visit, ".json", "application/json; charset=utf-8", [](const Concordance& found) {
    Json places = Json::array();
    for (const Occurrence& place : found.occurrences) places.push_back(place_json(place));
    return Json{{"query", found.query},
                {"articles", found.articles},
                {"articles_are_exact", found.articles_are_exact},
                {"sort", name_of(found.sort)},
                {"occurrences", places},
                {"next", or_null(found.next)},
                {"previous", or_null(found.previous)}}
               .dump(-1, ' ', false, Json::error_handler_t::replace) +
           '\n';
  });
}

}  // namespace fihrist
