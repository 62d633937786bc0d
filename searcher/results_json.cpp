// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as JSON, key by key as docs/http-api.md lists them.
#include "searcher/results_json.hpp"

#include <array>

#include <nlohmann/json.hpp>

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> sort_names{"relevance", "newest", "oldest"};
constexpr std::array<std::string_view, 5> precision_names{"year", "month", "day", "minute", "second"};

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }
Json date_json(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }
Json precision_json(const std::optional<Date>& date) {
  return date ? Json(name_of(date->precision)) : Json(nullptr);
}

Json spans_json(const std::vector<Highlight>& highlights) {
  Json spans = Json::array();
  for (const Highlight& span : highlights) spans.push_back(Json::array({span.begin, span.end}));
  return spans;
}

Json why_json(const std::vector<ScorePart>& why) {
  Json parts = Json::array();
  for (const ScorePart& part : why)
    parts.push_back({{"name", part.name}, {"value", part.value}, {"detail", part.detail}});
  return parts;
}

Json hit_json(const Hit& hit) {
  Json json{{"id", hit.id},
            {"title", hit.title},
            {"url", text_or_null(hit.url)},
            {"date", date_json(hit.date)},
            {"date_precision", precision_json(hit.date)},
            {"author", hit.authors},
            {"source", text_or_null(hit.source)},
            {"tags", hit.tags},
            {"score", hit.score},
            {"copies", hit.copies},
            {"snippet", {{"text", hit.snippet.text}, {"highlights", spans_json(hit.snippet.highlights)}}},
            {"title_highlights", spans_json(hit.title_highlights)}};
  if (!hit.why.empty()) json["why"] = why_json(hit.why);
  return json;
}

Json shards_json(const std::optional<ShardCoverage>& shards) {
  if (!shards) return nullptr;
  return {{"answered", shards->answered}, {"of", shards->of}};
}

Json hits_json(const std::vector<Hit>& hits) {
  Json list = Json::array();
  for (const Hit& hit : hits) list.push_back(hit_json(hit));
  return list;
}

Json values_json(const std::vector<FacetValue>& values) {
  Json list = Json::array();
  for (const FacetValue& value : values) list.push_back({{"value", value.value}, {"count", value.count}});
  return list;
}

Json facets_json(const std::optional<Facets>& facets) {
  if (!facets) return nullptr;
  return {{"year", values_json(facets->year)},
          {"month", values_json(facets->month)},
          {"author", values_json(facets->author)},
          {"tag", values_json(facets->tag)},
          {"source", values_json(facets->source)}};
}

Json did_you_mean_json(const std::optional<DidYouMean>& meant) {
  if (!meant) return nullptr;
  return {{"text", meant->text}, {"total", meant->total}};
}

/// Queries come as any bytes and are answered all the same.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string to_json(const SearchResults& results) {
  return dump({{"query", results.query},
               {"total", results.total},
               {"total_is_exact", results.total_is_exact},
               {"folded", results.folded},
               {"offset", results.offset},
               {"limit", results.limit},
               {"sort", name_of(results.sort)},
               {"took_ms", results.took_ms},
               {"did_you_mean", did_you_mean_json(results.did_you_mean)},
               {"also_searched", results.also_searched},
               {"hits", hits_json(results.hits)},
               {"related", hits_json(results.related)},
               {"facets", facets_json(results.facets)},
               {"next", or_null(results.next)},
               {"previous", or_null(results.previous)},
               {"notices", results.notices},
               {"shards", shards_json(results.shards)}});
}

std::string to_json(const Article& article) {
  return dump({{"id", article.id},
               {"title", article.title},
               {"text", article.text},
               {"summary", text_or_null(article.summary)},
               {"author", article.authors},
               {"source", text_or_null(article.source)},
               {"url", text_or_null(article.url)},
               {"alias_urls", article.alias_urls},
               {"tags", article.tags},
               {"date", date_json(article.date)},
               {"date_precision", precision_json(article.date)},
               {"date_origin", text_or_null(article.date_origin)},
               {"site_lines", article.site_lines},
               {"updated", date_json(article.updated)},
               {"comments", article.comments ? Json(*article.comments) : Json(nullptr)}});
}

std::string_view name_of(Sort sort) { return sort_names[static_cast<std::size_t>(sort)]; }

std::optional<Sort> sort_named(std::string_view name) {
  for (std::size_t i = 0; i < sort_names.size(); ++i)
    if (sort_names[i] == name) return static_cast<Sort>(i);
  return std::nullopt;
}

std::string_view name_of(DatePrecision precision) {
  return precision_names[static_cast<std::size_t>(precision)];
}

}  // namespace fihrist
