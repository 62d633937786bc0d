// SPDX-License-Identifier: GPL-3.0-or-later
// The concordance as readers and programs get it.
#include "web/concordance_page.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("places stand below their article, oldest first, marked and with the way back") {
  const std::string page = shared().get("/concordance?q=" + encoded("هاتف")).body;
  CHECK(in_order(page,
                 {"<h1>كل مواضع «<bdi>هاتف</bdi>»</h1>", "عدد المقالات: 4", "العودة إلى نتائج", "صدور لغة",
                  "مقال معرّفه", "نوكيا تعود", "سامسونج تعلن", "(في العنوان)", "concordance.tsv"}));
  CHECK(page.find("<mark>هاتفها</mark>") != page.npos);
  CHECK(page.find("noindex") != page.npos);
}

TEST_CASE("pages of places add up, and lead on and back") {
  std::string link = "/concordance.json?limit=1&q=" + encoded("هاتف");
  std::vector<std::string> matches;
  for (int page = 0; page < 20; ++page) {
    const Response response = shared().get(link);
    const auto json = nlohmann::json::parse(response.body);
    for (const auto& place : json["occurrences"]) matches.push_back(place["match"]);
    CHECK(json["next"].is_null() == response.header("Link").empty());
    if (json["next"].is_null()) break;
    const std::string_view header = response.header("Link");
    link = std::string(header.substr(1, header.find('>') - 1));
  }
  const auto all = shared().json("/concordance.json?q=" + encoded("هاتف"));
  std::vector<std::string> together;
  for (const auto& place : all["occurrences"]) together.push_back(place["match"]);
  CHECK(together.size() > 4);
  CHECK(matches == together);
}

TEST_CASE("a line of TSV has as many cells as there are names, whatever the text holds") {
  Occurrence place{.id = "x\ty", .title = "=1+1", .url = "https://example.org/"};
  place.context = {.text = "قبل\tثم هاتف بعد", .highlights = {{7, 11}}};
  const std::string tsv = tsv_of({place});
  CHECK(tsv ==
        "date\tid\ttitle\twhere\tbefore\tmatch\tafter\turl\n"
        "\tx y\t'=1+1\ttext\tقبل ثم \tهاتف\t بعد\thttps://example.org/\n");
}

TEST_CASE("what is no date, no cursor or no word is answered, not failed") {
  CHECK(shared().get("/concordance?from=soon").status == 400);
  CHECK(shared().get("/concordance.json?from=soon").status == 400);
  CHECK(shared().get("/concordance?after=x&q=" + encoded("هاتف")).status == 400);
  CHECK(shared().get("/concordance").status == 200);
  CHECK(shared().get("/concordance?q=" + encoded("زقزقزق")).body.find("لا مواضع") != std::string::npos);
  CHECK(shared().json("/concordance.json")["occurrences"].empty());
}

TEST_CASE("a hostile article is harmless in its concordance") {
  for (const char* language : {"ar", "en", "fr"}) {
    const std::string page = shared().get("/concordance?q=" + encoded("alert") + "&lang=" + language).body;
    CHECK(page.find("class=\"plain places\"") != page.npos);
    CHECK(foreign_scripts(page) == 0);
    CHECK(page.find("<img src=x") == page.npos);
  }
}
