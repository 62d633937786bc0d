// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that are kept are those that would be made.
#include "web/page_cache.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string>

#include "tests/web/open_front.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

Response page_of(std::size_t bytes) { return {.body = std::string(bytes, 'x')}; }

bool are_equal(const Response& one, const Response& other) {
  return one.status == other.status && one.content_type == other.content_type && one.body == other.body &&
         one.headers == other.headers;
}

constexpr std::array addresses{"/",
                               "/2017",
                               "/article/s8",
                               "/search?q=galaxy",
                               "/search?q=galaxy&page=9",
                               "/article/none",
                               "/feed.atom",
                               "/opensearch.xml",
                               "/2017?lang=ar-MA",
                               "/2017?lang=ar-SY"};

}  // namespace

TEST_CASE("a page is found by its key until the archive changes, and not before it changes back") {
  PageCache pages(100'000);
  pages.keep(1, "a", page_of(10));
  CHECK(pages.find(1, "a")->body.size() == 10);
  CHECK_FALSE(pages.find(1, "b"));
  CHECK_FALSE(pages.find(2, "a"));
  pages.keep(2, "b", page_of(20));
  CHECK_FALSE(pages.find(2, "a"));
  CHECK_FALSE(pages.find(1, "a"));
  CHECK(pages.find(2, "b")->body.size() == 20);
}

TEST_CASE("a page that is kept again is the newer one, and is counted once") {
  PageCache pages(20'000);
  for (std::size_t i = 0; i < 100; ++i) pages.keep(1, "a", page_of(900 + i));
  pages.keep(1, "b", page_of(900));
  CHECK(pages.find(1, "a")->body.size() == 999);
  CHECK(pages.find(1, "b"));
}

TEST_CASE("without room the page goes that was not asked for the longest") {
  PageCache pages(10'000);
  for (const char* key : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    pages.keep(1, key, page_of(900));
    CHECK(pages.find(1, "a"));
  }
  pages.keep(1, "i", page_of(900));
  CHECK(pages.find(1, "a"));
  CHECK_FALSE(pages.find(1, "b"));
  CHECK(pages.find(1, "i"));
}

TEST_CASE("a page of more than an eighth of the room is not kept, and drives no other out") {
  PageCache pages(10'000);
  pages.keep(1, "a", page_of(500));
  pages.keep(1, "large", page_of(2'000));
  CHECK_FALSE(pages.find(1, "large"));
  CHECK(pages.find(1, "a"));
}

TEST_CASE(
    "a page that was asked for before is the page that another server makes, in each coding and language") {
  OpenFront asked_before;
  for (const char* coding : {"", "gzip", "br"})
    for (const char* language : {"ar", "ar-MA", "ar-SY", "en"}) {
      CAPTURE(coding);
      CAPTURE(language);
      const Request wanted{.accept_encoding = coding, .accept_language = language};
      std::map<std::string, Response> made;
      for (const std::string address : addresses) {
        CAPTURE(address);
        made[address] = asked_before.ask(address, wanted);
        CHECK(are_equal(asked_before.ask(address, wanted), made[address]));
      }
      // The other way round: an answer that a server took for that of another address is another one there.
      Front other(asked_before.archive.path());
      for (auto address = addresses.rbegin(); address != addresses.rend(); ++address) {
        CAPTURE(*address);
        CHECK(other.respond(request_for(*address, wanted)).body == made[*address].body);
      }
    }
}

TEST_CASE("who has a page that is kept is not sent it again") {
  OpenFront open;
  const Response page = open.get("/2017");
  open.get("/2017");
  CHECK(open.ask("/2017", {.if_none_match = "\"x\", " + std::string(page.header("ETag"))}).status == 304);
  CHECK(open.ask("/2017", {.if_modified_since = std::string(page.header("Last-Modified"))}).status == 304);
}

TEST_CASE("answers for programs tell each time how long they took") {
  OpenFront open;
  open.get("/search?q=galaxy");
  CHECK(open.json("/api/v1/search?q=galaxy").contains("took_ms"));
  CHECK(open.get("/search.json?q=galaxy").content_type.starts_with("application/json"));
}
