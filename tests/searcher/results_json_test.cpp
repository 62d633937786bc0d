// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the JSON that scripts read.
#include "searcher/results_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace fihrist {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys(const Json& json) {
  std::vector<std::string> list;
  for (const auto& [key, value] : json.items()) list.push_back(key);
  return list;
}

TEST_CASE("results have the keys of the contract, in its order, also when there is nothing") {
  const Json json = Json::parse(to_json(SearchResults{}));
  CHECK(keys(json) == std::vector<std::string>{"query", "total", "total_is_exact", "folded", "offset",
                                               "limit", "sort", "took_ms", "did_you_mean", "also_searched",
                                               "hits", "related", "facets", "next", "previous", "notices",
                                               "shards"});
  for (const char* key : {"did_you_mean", "facets", "next", "previous"}) CHECK(json[key].is_null());
  for (const char* key : {"also_searched", "hits", "related", "notices"}) CHECK(json[key] == Json::array());
}

TEST_CASE("a hit says what is known of its date and nothing more") {
  SearchResults results;
  results.hits.push_back(
      {.id = "a", .title = "هاتف", .date = parse_date("2017-01"), .title_highlights = {{0, 4}}});
  results.hits.push_back({.id = "b", .snippet = {"نص", {{0, 2}}}});
  const Json json = Json::parse(to_json(results));
  const Json& dated = json["hits"][0];
  CHECK(dated["date"] == "2017-01");
  CHECK(dated["date_precision"] == "month");
  CHECK(dated["title_highlights"] == Json::parse("[[0,4]]"));
  const Json& undated = json["hits"][1];
  for (const char* key : {"date", "date_precision", "url", "source"}) CHECK(undated[key].is_null());
  CHECK(undated["author"] == Json::array());
  CHECK(undated["snippet"] == Json::parse(R"({"text":"نص","highlights":[[0,2]]})"));
  CHECK_FALSE(undated.contains("why"));
}

TEST_CASE("facets, suggestions and cursors are written when they are there") {
  SearchResults results;
  results.facets = Facets{.year = {{"2017", 3}, {"undated", 1}}};
  results.did_you_mean = DidYouMean{"هاتف", 7};
  results.next = "abc";
  const Json json = Json::parse(to_json(results));
  CHECK(json["facets"]["year"] ==
        Json::parse(R"([{"value":"2017","count":3},{"value":"undated","count":1}])"));
  CHECK(keys(json["facets"]) == std::vector<std::string>{"year", "month", "author", "tag", "source"});
  CHECK(json["did_you_mean"] == Json::parse(R"({"text":"هاتف","total":7})"));
  CHECK(json["next"] == "abc");
}

TEST_CASE("any bytes of a query give JSON") {
  SearchResults results;
  results.query = std::string("\xFF\xED\xA0\x80\x00\"\\", 7);
  CHECK(Json::parse(to_json(results)).is_object());
}

TEST_CASE("an article is written whole") {
  Article article{.id = "a", .title = "عنوان", .text = "نص", .comments = 0};
  const Json json = Json::parse(to_json(article));
  CHECK(json["comments"] == 0);
  CHECK(json["date"].is_null());
  CHECK(json["alias_urls"] == Json::array());
  CHECK(json["text"] == "نص");
}

TEST_CASE("orders have names, and names have orders") {
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest})
    CHECK(sort_named(name_of(sort)) == sort);
  CHECK_FALSE(sort_named("random"));
  CHECK_FALSE(sort_named(""));
  CHECK(name_of(DatePrecision::minute) == "minute");
}

}  // namespace
}  // namespace fihrist
