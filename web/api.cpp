// SPDX-License-Identifier: GPL-3.0-or-later
// JSON answers; search results and articles are written by the searcher's own to_json().
#include "web/api.hpp"

#include <nlohmann/json.hpp>

#include "analysis/bidi_runs.hpp"
#include "searcher/results_json.hpp"
#include "web/error_page.hpp"
#include "web/page_forms.hpp"
#include "web/results_page.hpp"
#include "web/takedowns.hpp"

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint32_t suggestions = 10;
constexpr const char* json_type = "application/json; charset=utf-8";

Response json_response(std::string body) {
  return {.content_type = json_type, .body = std::move(body) + '\n'};
}

Response json_response(const Json& json) {
  return json_response(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

bool is_set(const Visit& visit, std::string_view name) {
  return value_of(visit.request.parameters, name) == "1";
}

Json neighbour_json(const std::optional<Hit>& hit) {
  if (!hit) return nullptr;
  return {
      {"id", hit->id}, {"title", hit->title}, {"date", hit->date ? Json(to_iso(*hit->date)) : Json(nullptr)}};
}

Json values_json(const std::vector<FacetValue>& values) {
  Json list = Json::array();
  for (const FacetValue& value : values) list.push_back({{"value", value.value}, {"count", value.count}});
  return list;
}

std::string typed_text(const Visit& visit) { return parse_address(visit.request.parameters).text; }

}  // namespace

Response api_search(const Visit& visit) {
  const Parameters& parameters = visit.request.parameters;
  const SearchAddress address = parse_address(parameters);
  if (const auto wrong = bad_dates(address); !wrong.empty())
    return problem(400, wrong.front() + " is no date");
  if (const auto sort = value_of(parameters, "sort"); !sort.empty() && !address.sort)
    return problem(400, "sort is relevance, newest or oldest");
  SearchRequest request = to_request(address, data_limit(parameters, results_per_page));
  request.offset = number_or(value_of(parameters, "offset"), request.offset);
  request.facets = is_set(visit, "facets");
  request.why = is_set(visit, "why");
  const SearchResults results = visit.searcher.search(request);
  return data_response(visit, results, results_heading_text(results, address, visit.wording));
}

Response api_article(const Visit& visit, const std::string& id) {
  const auto article = visit.searcher.article(id);
  if (!article && was_taken_down(visit.archive, id)) return problem(410, "this article was taken down");
  if (!article) return problem(404, "no article has this id");
  Json json = Json::parse(to_json(*article));
  const Neighbours neighbours = visit.searcher.neighbours(id).value_or(Neighbours{});
  json["newer"] = neighbour_json(neighbours.newer);
  json["older"] = neighbour_json(neighbours.older);
  return json_response(json);
}

Response api_stats(const Visit& visit) {
  const ArchiveStats stats = visit.searcher.stats();
  return json_response(Json{{"articles", stats.articles},
                            {"undated", stats.undated},
                            {"index_bytes", stats.index_bytes > 0 ? Json(stats.index_bytes) : Json(nullptr)},
                            {"text_bytes", stats.manifest.text_bytes},
                            {"words", stats.manifest.word_count},
                            {"revision", stats.manifest.revision},
                            {"analyser", stats.manifest.analyser},
                            {"last_run", stats.manifest.last_run},
                            {"years", values_json(stats.years)},
                            {"authors", values_json(stats.authors)},
                            {"sources", values_json(stats.sources)},
                            {"tags", values_json(stats.tags)}});
}

Response api_suggest(const Visit& visit) {
  const std::string typed = typed_text(visit);
  const std::vector<std::string> found = visit.searcher.suggest(typed, suggestions);
  Json displayed = Json::array();
  for (const std::string& text : found) displayed.push_back(isolate_left_to_right_runs(text));
  return json_response(
      Json{{"query", typed},
           {"suggestions", found},
           {"displayed", displayed},
           {"announcement",
            visit.wording.messages.text("suggestions_count", {count_argument("count", found.size())})}});
}

Response opensearch_suggest(const Visit& visit) {
  const std::string typed = typed_text(visit);
  Response response = json_response(Json::array({typed, visit.searcher.suggest(typed, suggestions)}));
  response.content_type = "application/x-suggestions+json; charset=utf-8";
  return response;
}

}  // namespace fihrist
