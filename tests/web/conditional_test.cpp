// SPDX-License-Identifier: GPL-3.0-or-later
// What a client has is not sent again, and what it has not is.
#include "web/conditional.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("an entity tag is found in a list, weak or strong") {
  struct Row {
    const char* header;
    bool matches;
  };
  const Row rows[] = {
      {"\"a\"", true}, {"W/\"a\"", true}, {"\"b\", \"a\"", true}, {"W/\"b\",W/\"a\" ", true},
      {"*", true},     {"\"b\"", false},  {"a", false},           {"", false},
      {"\"a", false},  {",,", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    CHECK(matches_etag(row.header, "W/\"a\"") == row.matches);
  }
  CHECK_FALSE(matches_etag("*", ""));
}

TEST_CASE("a date of HTTP comes back from its text") {
  CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
  for (const std::int64_t seconds : {std::int64_t{0}, std::int64_t{784111777}, std::int64_t{4102444799}})
    CHECK(parse_http_date(http_date(seconds)) == seconds);
  for (const char* bad : {"", "now", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
                          "Sun, 06 Nov 1994 08:49:37 XXX", "Mon, 06 Nov 1994 08:49:37 GMT",
                          "Sun, 31 Feb 2020 00:00:00 GMT", "Sun, 06 Nov 1994 25:49:37 GMT"}) {
    CAPTURE(bad);
    CHECK(parse_http_date(bad) == -1);
  }
}

TEST_CASE("a page says when it changed, and is not sent again to who has it since then") {
  const Response page = shared().get("/article/s8");
  const std::string modified(page.header("Last-Modified"));
  REQUIRE(parse_http_date(modified) > 0);
  const Response again = shared().ask("/article/s8", {.if_modified_since = modified});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(again.header("ETag") == page.header("ETag"));
  CHECK(again.header("Vary").find("Accept-Language") != std::string_view::npos);
  CHECK(shared().ask("/article/s8", {.if_modified_since = http_date(parse_http_date(modified) - 1)}).status ==
        200);
  CHECK(shared().ask("/article/s8", {.if_none_match = "\"other\"", .if_modified_since = modified}).status ==
        200);
}

TEST_CASE("one address in two languages is two pages to a cache") {
  const Response arabic = shared().get("/article/s8");
  const Response english = shared().ask("/article/s8", {.accept_language = "en"});
  CHECK(arabic.header("ETag") != english.header("ETag"));
  CHECK(english.body.find("<html lang=\"en\" dir=\"ltr\">") != english.body.npos);
  CHECK(
      shared()
          .ask("/article/s8", {.if_none_match = std::string(arabic.header("ETag")), .accept_language = "en"})
          .status == 200);
}

TEST_CASE("searches are their reader's own, everything else may be kept on the way") {
  CHECK(shared().get("/2017").header("Cache-Control") == "public, max-age=60");
  CHECK(shared().get("/search?q=a").header("Cache-Control") == "private, max-age=60");
}

TEST_CASE("what is not there is never said to be unchanged") {
  for (const char* target : {"/article/none", "/nothing", "/api/v1/articles/none"}) {
    CAPTURE(target);
    CHECK(shared().ask(target, {.if_none_match = "*"}).status == 404);
    CHECK(shared().ask(target, {.if_modified_since = "Fri, 01 Jan 2100 00:00:00 GMT"}).status == 404);
  }
}
