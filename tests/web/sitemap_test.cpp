// SPDX-License-Identifier: GPL-3.0-or-later
// Every article stands in exactly one part of the sitemap.
#include "web/sitemap.hpp"

#include <doctest/doctest.h>

#include <regex>

#include "tests/web/open_front.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

std::vector<std::string> locations(const std::string& xml) {
  static const std::regex pattern("<loc>http://a.example(/[^<]*)</loc>");
  std::vector<std::string> found;
  for (auto at = std::sregex_iterator(xml.begin(), xml.end(), pattern); at != std::sregex_iterator(); ++at)
    found.push_back((*at)[1]);
  return found;
}

Response at_host(OpenFront& front, const std::string& target) {
  return front.ask(target, {.host = "a.example"});
}

}  // namespace

TEST_CASE("the parts of the index name each article once and nothing that is not there") {
  std::map<std::string, int> articles;
  const auto parts = locations(at_host(shared(), "/sitemap.xml").body);
  CHECK(parts == std::vector<std::string>{"/sitemap/pages.xml", "/sitemap/2017.xml", "/sitemap/2016.xml",
                                          "/sitemap/undated.xml"});
  for (const std::string& part : parts)
    for (const std::string& url : locations(at_host(shared(), part).body)) {
      CAPTURE(url);
      CHECK(shared().get(url).status == 200);
      if (url.starts_with("/article/")) ++articles[url];
    }
  CHECK(articles.size() == 7);
  for (const auto& [url, count] : articles) CHECK(count == 1);
}

TEST_CASE("a year with more articles than a part holds has several parts") {
  std::string lines;
  for (std::uint64_t i = 0; i <= articles_per_sitemap; ++i)
    lines += R"({"id":"a)" + std::to_string(i) + R"(","title":"مقال )" + std::to_string(i) +
             R"(","text":"نص.","date":"2017"})" + "\n";
  OpenFront front({}, lines);
  const auto parts = locations(at_host(front, "/sitemap.xml").body);
  CHECK(parts == std::vector<std::string>{"/sitemap/pages.xml", "/sitemap/2017.xml", "/sitemap/2017-2.xml"});
  CHECK(locations(at_host(front, parts[1]).body).size() == articles_per_sitemap);
  CHECK(locations(at_host(front, parts[2]).body).size() == 1);
  CHECK(at_host(front, "/sitemap/2017-3.xml").status == 404);
}

TEST_CASE("what is no part is not found, and without a host there is no sitemap") {
  for (const char* name :
       {"1999.xml", "2017-0.xml", "2017-1.xml", "2017-x.xml", "x.xml", "02017.xml", "undated-2.xml"}) {
    CAPTURE(name);
    CHECK(at_host(shared(), std::string("/sitemap/") + name).status == 404);
  }
  CHECK(shared().get("/sitemap.xml").status == 404);
  CHECK(shared().ask("/sitemap.xml", {.host = "x\"><y"}).status == 404);
}

TEST_CASE("robots.txt leads to the sitemap, below the owner's address when there is one") {
  CHECK(at_host(shared(), "/robots.txt").body.find("\nSitemap: http://a.example/sitemap.xml\n") !=
        std::string::npos);
  OpenFront named({.site = {.prefix = "/archive", .public_url = "https://b.example/archive"}});
  CHECK(named.get("/robots.txt").body.find("\nSitemap: https://b.example/archive/sitemap.xml\n") !=
        std::string::npos);
  CHECK(named.get("/sitemap/2017.xml").body.find("<loc>https://b.example/archive/article/s8</loc>") !=
        std::string::npos);
  OpenFront hidden({.site = {.is_indexable = false}});
  CHECK(hidden.get("/robots.txt").body == "User-agent: *\nDisallow: /\n");
  CHECK(hidden.get("/article/s8").body.find("noindex") != std::string::npos);
}
