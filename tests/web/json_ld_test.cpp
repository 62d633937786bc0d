// SPDX-License-Identifier: GPL-3.0-or-later
// What machines read in a page is JSON whatever an article holds, and says what the page says.
#include "web/json_ld.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

nlohmann::json data_of(const Response& page) {
  const std::string opening = "<script type=\"application/ld+json\">";
  const std::size_t begin = page.body.find(opening) + opening.size();
  return nlohmann::json::parse(page.body.substr(begin, page.body.find("</script>", begin) - begin));
}

Response from_host(const std::string& target) { return shared().ask(target, {.host = "a.example"}); }

bool holds(const Response& page, const std::string& text) {
  return page.body.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("an article describes itself in the words of schema.org") {
  const nlohmann::json data = data_of(from_host("/article/s8"));
  CHECK(data["@type"] == "Article");
  CHECK(data["headline"] == "سامسونج تعلن عن هاتف Galaxy S8");
  CHECK(data["datePublished"] == "2017-01-20T16:56");
  CHECK(data["author"][0]["name"] == "أحمد منصور");
  CHECK(data["inLanguage"] == "ar");
  CHECK(data["isBasedOn"] == "https://example.org/s8");
  CHECK(data["url"] == "http://a.example/article/s8");
  CHECK(data["isPartOf"]["url"] == "http://a.example/");
}

TEST_CASE("the home page tells how to search") {
  CHECK(data_of(from_host("/"))["potentialAction"]["target"]["urlTemplate"] ==
        "http://a.example/search?q={search_term_string}");
}

TEST_CASE("no article ends the element that its data stand in") {
  const nlohmann::json data = data_of(from_host("/article/hostile"));
  CHECK(data["headline"] == "<script>alert(1)</script> \"'&");
  CHECK_FALSE(data.contains("isBasedOn"));
}

TEST_CASE("a page names the one address that stands for it, whatever it was reached by") {
  CHECK(holds(from_host("/article/s8?q=" + encoded("هاتف")),
              "<link rel=\"canonical\" href=\"http://a.example/article/s8\">"));
  CHECK(holds(from_host("/2017"), "<link rel=\"canonical\" href=\"http://a.example/2017\">"));
  CHECK_FALSE(holds(from_host("/search?q=a"), "rel=\"canonical\""));
  CHECK_FALSE(holds(shared().ask("/2017", {.host = "\"><x"}), "rel=\"canonical\""));
  OpenFront originals({.site = {.originals_are_canonical = true}});
  CHECK(holds(originals.ask("/article/s8", {.host = "a.example"}),
              "<link rel=\"canonical\" href=\"https://example.org/s8\">"));
  CHECK(holds(originals.ask("/article/nokia", {.host = "a.example"}),
              "<link rel=\"canonical\" href=\"http://a.example/article/nokia\">"));
}

TEST_CASE("who shows a link to an article is told its title, type, time and beginning") {
  const Response page = from_host("/article/nokia");
  CHECK(holds(page, "<meta property=\"og:type\" content=\"article\">"));
  CHECK(holds(page,
              "<meta property=\"og:title\" content=\"نوكيا تعود بهاتف \xE2\x81\xA6Nokia 6\xE2\x81\xA9\">"));
  CHECK(holds(page, "<meta property=\"article:published_time\" content=\"2017-01-18\">"));
  CHECK(holds(page, "<meta name=\"description\" content=\"تعود نوكيا إلى السوق بهاتف جديد.\">"));
}

TEST_CASE("a description ends with a word") {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "كلمة\n";
  const std::string description = description_of({.text = words});
  CHECK(description.ends_with("كلمة…"));
  CHECK(description.find('\n') == description.npos);
  CHECK(description_of({.text = "قصير"}) == "قصير");
  CHECK(description_of({.text = "النص", .summary = "الخلاصة"}) == "الخلاصة");
}
