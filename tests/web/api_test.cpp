// SPDX-License-Identifier: GPL-3.0-or-later
// JSON for programs, from a real archive.
#include "web/api.hpp"

#include <doctest/doctest.h>

#include "searcher/cursor.hpp"
#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("the API answers with the article and its neighbours") {
  const auto json = shared().json("/api/v1/articles/s8");
  CHECK(json["title"] == "سامسونج تعلن عن هاتف Galaxy S8");
  CHECK(json["newer"]["id"] == "win");
  CHECK(json["older"]["id"] == "hostile");
  CHECK(shared().json("/api/v1/articles/win")["newer"].is_null());
}

TEST_CASE("the API searches with limits, offsets and facets") {
  const auto all = shared().json("/api/v1/search?sort=newest&limit=2&facets=1");
  CHECK(all["total"] == 7);
  CHECK(all["hits"].size() == 2);
  CHECK(all["hits"][0]["id"] == "win");
  CHECK(all["facets"]["year"][0]["value"] == "2017");
  const auto second =
      shared().json("/api/v1/search?sort=newest&limit=2&after=" + encoded(all["next"].get<std::string>()));
  CHECK(second["hits"][0]["id"] == "hostile");
  CHECK(shared().json("/api/v1/search?limit=x&offset=-4")["total"] == 7);
}

TEST_CASE("statistics and suggestions are objects of the contract") {
  const auto stats = shared().json("/api/v1/stats");
  CHECK(stats["articles"] == 7);
  CHECK(stats["undated"] == 1);
  CHECK(stats["years"][0]["value"] == "2017");
  const auto suggestions = shared().json("/suggest?q=" + encoded("سام"));
  CHECK(suggestions[0] == "سام");
  CHECK(suggestions[1].is_array());
}

TEST_CASE("suggestions come as they are searched and as they are shown, and are counted in words") {
  const auto json = shared().json("/api/v1/suggest?q=" + encoded("سامسونج"));
  const auto found =
      std::find(json["suggestions"].begin(), json["suggestions"].end(), "سامسونج تعلن عن هاتف Galaxy S8");
  REQUIRE(found != json["suggestions"].end());
  CHECK(json["displayed"][static_cast<std::size_t>(found - json["suggestions"].begin())] ==
        "سامسونج تعلن عن هاتف \u2066Galaxy S8\u2069");
  CHECK(json["displayed"].size() == json["suggestions"].size());
  CHECK(shared().json("/api/v1/suggest?q=" + encoded("زقزقزق"))["announcement"] == "لا اقتراحات");
  CHECK(shared().json("/api/v1/suggest?lang=en&q=" + encoded("زقزقزق"))["announcement"] == "No suggestions");
}

TEST_CASE("newer and older walk through all results without repeating or losing one") {
  std::vector<std::string> seen;
  std::string target = "/api/v1/search?sort=newest&limit=2";
  for (int page = 0; page < 10; ++page) {
    const auto json = shared().json(target);
    for (const auto& hit : json["hits"]) seen.push_back(hit["id"]);
    if (json["next"].is_null()) break;
    target = "/api/v1/search?sort=newest&limit=2&after=" + encoded(json["next"].get<std::string>());
  }
  CHECK(seen == std::vector<std::string>{"win", "s8", "hostile", "nokia", "a/b?c&d=%25 é", "py", "undated"});
}

TEST_CASE("a list by date begins at the month that is jumped to, or ends at its end, and goes on both ways") {
  struct Row {
    std::string parameters;
    std::vector<std::string> ids;
    bool has_next, has_previous;
  };
  const std::string newest_end = "before=" + to_text(end_cursor(Sort::newest));
  const std::string oldest_end = "before=" + to_text(end_cursor(Sort::oldest));
  const Row rows[] = {
      {"sort=newest&jump=2017-01", {"s8", "hostile"}, true, true},
      {"sort=newest&jump=2017-02", {"s8", "hostile"}, true, true},
      {"sort=newest&jump=2016", {"a/b?c&d=%25 é", "py"}, true, true},
      {"sort=newest&jump=2020", {"win", "s8"}, true, false},
      {"sort=newest&jump=1990", {"undated"}, false, true},
      {"sort=oldest&jump=2017-01", {"nokia", "hostile"}, true, true},
      {"sort=oldest&jump=1990", {"py", "a/b?c&d=%25 é"}, true, false},
      {"sort=newest&" + newest_end, {"py", "undated"}, false, true},
      {"sort=oldest&" + oldest_end, {"win", "undated"}, false, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.parameters);
    const auto answer = shared().json("/api/v1/search?limit=2&" + row.parameters);
    std::vector<std::string> ids;
    for (const auto& hit : answer["hits"]) ids.push_back(hit["id"]);
    CHECK(ids == row.ids);
    CHECK(answer["next"].is_null() != row.has_next);
    CHECK(answer["previous"].is_null() != row.has_previous);
  }
  CHECK(shared().get("/api/v1/search?sort=newest&jump=soon").status == 400);
}
