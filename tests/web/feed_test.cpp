// SPDX-License-Identifier: GPL-3.0-or-later
// Searches as feeds.
#include "web/feed.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using test::arabic;

namespace {

/// A server whose host is not known.
std::string as_it_is(std::string_view own_url) { return std::string(own_url); }

}  // namespace

TEST_CASE("a date of any precision becomes a whole RFC 3339 date") {
  CHECK(rfc3339({.year = 2017, .precision = DatePrecision::year}) == "2017-01-01T00:00:00Z");
  CHECK(rfc3339({.year = 2017,
                 .month = 1,
                 .day = 20,
                 .hour = 16,
                 .minute = 56,
                 .precision = DatePrecision::minute}) == "2017-01-20T16:56:00Z");
  Date zoned{.year = 2017, .month = 1, .day = 20, .hour = 16, .precision = DatePrecision::second};
  zoned.utc_offset_minutes = 60;
  CHECK(rfc3339(zoned) == "2017-01-20T16:00:00+01:00");
  zoned.utc_offset_minutes = -210;
  CHECK(rfc3339(zoned) == "2017-01-20T16:00:00-03:30");
}

TEST_CASE("an entry has what RFC 4287 asks for, and isolates Latin without markup") {
  const std::string xml =
      feed_xml({.hits = {test::a_hit()}}, {.text = "هاتف"}, "2026-01-01T00:00:00Z", arabic(), as_it_is);
  CHECK(test::in_order(
      xml, {"<feed", "<title>هاتف · الفهرست</title>", "<id>urn:x-fihrist:feed:",
            "<updated>2026-01-01T00:00:00Z", "rel=\"self\"", "/feed.atom?q=", "<entry>",
            "<title>هاتف \xE2\x81\xA6Galaxy S8\xE2\x81\xA9</title>", "<id>urn:x-fihrist:article:s8</id>",
            "<published>2017-01-20T00:00:00Z", "<updated>2017-01-20T00:00:00Z", "<name>أحمد منصور</name>",
            "href=\"/article/s8\"", "<summary>", "</feed>"}));
}

TEST_CASE("an entry without a date was updated when the archive was") {
  const std::string xml = feed_xml({.hits = {{.id = "x"}}}, {}, "2026-01-01T00:00:00Z", arabic(), as_it_is);
  CHECK(xml.find("<published>") == xml.npos);
  CHECK(test::count_of(xml, "<updated>2026-01-01T00:00:00Z</updated>") == 2);
}

TEST_CASE("no text ends an element of a feed") {
  Hit hit{.id = "]]>", .title = "</title><x>", .authors = {"<a>&"}, .tags = {"\"/><x>"}};
  hit.snippet.text = "</summary>";
  const std::string xml =
      feed_xml({.hits = {hit}}, {.text = "<x>"}, "2026-01-01T00:00:00Z", arabic(), as_it_is);
  CHECK(xml.find("<x>") == xml.npos);
  CHECK(test::count_of(xml, "</summary>") == 1);
}

TEST_CASE(
    "a feed in a file leads to where the articles were published, and carries those that lead nowhere") {
  Hit published = test::a_hit();
  published.url = "https://example.org/s8?a=1&b=2";
  Hit kept{.id = "x", .title = "بلا رابط"};
  kept.snippet.text = "نص 6 GB";
  const std::string xml =
      feed_xml({.hits = {published, kept}}, {.text = "هاتف"}, "2026-01-01T00:00:00Z", arabic(), {});
  CHECK(xml.find("rel=\"self\"") == xml.npos);
  CHECK(xml.find("href=\"/") == xml.npos);
  CHECK(test::in_order(xml, {"<id>urn:x-fihrist:feed:", "<entry>",
                             "href=\"https://example.org/s8?a=1&amp;b=2\"", "<summary>", "<entry>",
                             "<content type=\"text\">نص \xE2\x81\xA6"
                             "6 GB\xE2\x81\xA9</content>"}));
  CHECK(test::count_of(xml, "<content") == 1);
}

TEST_CASE("what XML cannot hold is left out of a feed") {
  Hit hit{.id = "x",
          .title =
              "a\xEF\xBF\xBF\x01"
              "b",
          .authors = {"c\xEF\xBF\xBE\x0B"
                      "d"}};
  const std::string xml = feed_xml({.hits = {hit}},
                                   {.text = "e\x02"
                                            "f"},
                                   "2026-01-01T00:00:00Z", arabic(), as_it_is);
  CHECK(test::in_order(xml, {"<title>", "ef", "<entry>", "ab", "<name>cd</name>"}));
}

TEST_CASE(
    "every link of a feed says where it leads to whoever keeps it, at the owner's address when there is "
    "one") {
  const auto links = [](test::OpenFront& front) {
    const std::string xml = front.ask("/feed.atom?q=" + test::encoded("هاتف"), {.host = "a.example"}).body;
    std::vector<std::string> found;
    for (std::size_t at = xml.find("href=\""); at != xml.npos; at = xml.find("href=\"", at)) {
      at += 6;
      found.push_back(xml.substr(at, xml.find('"', at) - at));
    }
    return found;
  };
  const auto own = links(test::shared());
  REQUIRE(own.size() > 3);
  for (const std::string& link : own) CHECK(link.starts_with("http://a.example/"));
  test::OpenFront named({.site = {.prefix = "/archive", .public_url = "https://b.example"}});
  for (const std::string& link : links(named)) {
    CHECK(link.starts_with("https://b.example/"));
    CHECK(link.find("/archive/") == link.npos);
  }
}
