// SPDX-License-Identifier: GPL-3.0-or-later
// Every address of the contract, asked of a real archive without a socket.
#include "web/front.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "schema/error.hpp"
#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("each address answers with its status and type") {
  struct Row {
    std::string target;
    int status;
    const char* type;
  };
  const char* html = "text/html; charset=utf-8";
  const char* json = "application/json; charset=utf-8";
  const char* problem_json = "application/problem+json; charset=utf-8";
  const Row rows[] = {
      {"/", 200, html},
      {"/search", 200, html},
      {"/search?q=" + encoded("هاتف"), 200, html},
      {"/search?q=zzzzzz", 200, html},
      {"/search?q=a&page=-1", 200, html},
      {"/search?q=a&sort=random", 200, html},
      {"/search?from=soon", 400, html},
      {"/search?sort=newest&after=nonsense", 400, html},
      {"/search?q=" + encoded("هاتف") + "&page=77", 302, html},
      {"/article/s8", 200, html},
      {"/article/s8?q=" + encoded("هاتف"), 200, html},
      {"/article/" + encoded("a/b?c&d=%25 é"), 200, html},
      {"/article/none", 404, html},
      {"/article/", 404, html},
      {"/2017", 200, html},
      {"/2017/01", 200, html},
      {"/2017/02", 404, html},
      {"/2017/13", 404, html},
      {"/2017/1", 404, html},
      {"/1999", 404, html},
      {"/undated", 200, html},
      {"/author/" + encoded("أحمد منصور"), 200, html},
      {"/author/nobody", 404, html},
      {"/tag/" + encoded("هواتف"), 200, html},
      {"/source/The%20Verge", 200, html},
      {"/help", 200, html},
      {"/nothing/here", 404, html},
      {"/search.json?q=a", 200, json},
      {"/api/v1/search?q=a", 200, json},
      {"/api/v1/search?from=soon", 400, problem_json},
      {"/api/v1/search?sort=random", 400, problem_json},
      {"/api/v1/search?sort=newest&after=nonsense", 400, problem_json},
      {"/api/v1/articles/s8", 200, json},
      {"/api/v1/articles/none", 404, problem_json},
      {"/api/v1/stats", 200, json},
      {"/api/v1/suggest?q=a", 200, json},
      {"/api/v2", 404, problem_json},
      {"/suggest?q=a", 200, "application/x-suggestions+json; charset=utf-8"},
      {"/opensearch.xml", 200, "application/opensearchdescription+xml; charset=utf-8"},
      {"/feed.atom", 200, "application/atom+xml; charset=utf-8"},
      {"/robots.txt", 200, "text/plain; charset=utf-8"},
      {"/healthz", 200, "text/plain; charset=utf-8"},
      {"/readyz", 200, "text/plain; charset=utf-8"},
      {"/static/fihrist.css", 200, "text/css; charset=utf-8"},
      {"/static/../CMakeLists.txt", 404, "text/plain; charset=utf-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const Response response = shared().get(row.target);
    CHECK(response.status == row.status);
    if (row.status != 302) CHECK(response.content_type == row.type);
  }
}

TEST_CASE("every answer refuses what browsers might be talked into") {
  for (const char* target : {"/", "/search?from=soon", "/nothing", "/api/v1/stats", "/api/v1/nothing",
                             "/static/fihrist.css", "/healthz"}) {
    CAPTURE(target);
    const Response response = shared().get(target);
    const std::string policy(response.header("Content-Security-Policy"));
    CHECK(policy.find("default-src 'none'") == 0);
    CHECK(policy.find("unsafe") == policy.npos);
    CHECK(policy.find("http") == policy.npos);
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("Referrer-Policy") == "no-referrer");
    CHECK_FALSE(response.header("Cache-Control").empty());
  }
}

TEST_CASE("reading is all that can be done") {
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"}) {
    CAPTURE(method);
    const Response page = shared().front.respond({.method = method, .path = "/search"});
    CHECK(page.status == 405);
    CHECK(page.header("Allow") == "GET, HEAD");
    CHECK(shared()
              .front.respond({.method = method, .path = "/api/v1/search"})
              .content_type.find("problem+json") != std::string::npos);
  }
}

TEST_CASE("the home page counts, lists the newest and leads to years, authors, sources and tags") {
  CHECK(in_order(shared().get("/").body,
                 {"<html lang=\"ar\" dir=\"rtl\">", "7 مقالات من ديسمبر 2016 إلى مارس 2017",
                  "<bdi dir=\"ltr\" lang=\"en\" class=\"unit\">Windows 10</bdi>", "href=\"/2017\"", "4",
                  "href=\"/2016\"", "2", "href=\"/undated\"", "/author/", "/source/", "/tag/"}));
}

TEST_CASE("an article tells its neighbours in time, newer first") {
  CHECK(in_order(
      shared().get("/article/s8").body,
      {"<link rel=\"next\" href=\"/article/win\">", "<link rel=\"prev\" href=\"/article/hostile\">",
       "rel=\"next\" href=\"/article/win\"", "أحدث", "rel=\"prev\" href=\"/article/hostile\"", "أقدم"}));
}

TEST_CASE("an article reached from a search knows its place and marks the words") {
  const std::string page = shared().get("/article/s8?q=" + encoded("هاتف")).body;
  CHECK(page.find("النتيجة ") != page.npos);
  CHECK(page.find("<mark>هاتف</mark>") != page.npos);
  CHECK(page.find("noindex") != page.npos);
}

TEST_CASE("a hostile article is harmless on every page that shows it") {
  const std::vector<std::string> targets{"/article/hostile",
                                         "/search?q=" + encoded("عدو"),
                                         "/2017/01",
                                         "/",
                                         "/2017",
                                         "/author/" + encoded("<b>x</b>"),
                                         "/source/" + encoded("\"><i>"),
                                         "/tag/" + encoded("</a>"),
                                         "/feed.atom"};
  for (const std::string& target : targets) {
    CAPTURE(target);
    const Response response = shared().get(target);
    CHECK(response.status == 200);
    CHECK(foreign_scripts(response.body) == 0);
    for (const char* foreign : {"<img src=x", "<b>x", "<i>", "href=\"javascript:"}) {
      CAPTURE(foreign);
      CHECK(response.body.find(foreign) == response.body.npos);
    }
  }
}

TEST_CASE("hostile queries get a page, and quickly enough to be asked in a test") {
  std::string quotes(10'000, '"');
  std::string brackets(10'000, '(');
  for (const std::string& query :
       {quotes, brackets, std::string("\xED\xA0\x80\xFF"), std::string("\xE2\x80\xAE") + "abc",
        std::string(300, 'x'), std::string("a\0b", 3), std::string("AND OR NOT ( -")}) {
    CAPTURE(query.substr(0, 20));
    CHECK(shared().get("/search?q=" + encoded(query)).status == 200);
  }
}

TEST_CASE("the same page is not sent twice to who has it") {
  const Response first = shared().get("/article/s8");
  const std::string etag(first.header("ETag"));
  REQUIRE_FALSE(etag.empty());
  const Response again = shared().front.respond({.path = "/article/s8", .if_none_match = etag});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(shared().front.respond({.path = "/article/nokia", .if_none_match = etag}).status == 200);
}

TEST_CASE("filters combine, and the chips of the page remove them") {
  const std::string page = shared().get("/search?author=" + encoded("أحمد منصور") + "&source=Engadget").body;
  CHECK(in_order(page, {"مقال واحد", "الكاتب: ", "إزالة", "المصدر: ", "إزالة", "/article/nokia"}));
}

TEST_CASE("below a prefix every link has it, whether or not the proxy cuts it") {
  OpenFront prefixed({.site = {.prefix = "/archive"}});
  for (const char* path : {"/archive/2017/01", "/2017/01"}) {
    CAPTURE(path);
    const Response response = prefixed.get(path);
    CHECK(response.status == 200);
    CHECK(response.body.find("href=\"/archive/article/s8\"") != std::string::npos);
    CHECK(response.body.find("href=\"/article") == std::string::npos);
    CHECK(response.body.find("action=\"/archive/search\"") != std::string::npos);
  }
}

TEST_CASE("the search description names the host it was asked by, when that is one") {
  const auto description = [&](const std::string& host) {
    return shared().front.respond({.path = "/opensearch.xml", .host = host}).body;
  };
  CHECK(description("archive.example.org:8080")
            .find("template=\"http://archive.example.org:8080/search?q={searchTerms}\"") !=
        std::string::npos);
  CHECK(description("x\"><y").find("<y") == std::string::npos);
}

TEST_CASE("an article that was taken down is gone, not lost") {
  OpenFront front;
  REQUIRE(remove_article(front.archive.path(), "nokia", true, "asked"));
  CHECK(front.get("/article/nokia").status == 410);
  CHECK(front.get("/api/v1/articles/nokia").status == 410);
  CHECK(front.get("/2017/01").body.find("/article/nokia") == std::string::npos);
}

TEST_CASE("an archive without articles has a home page that says so") {
  const test::IndexedArchive archive("");
  Front front(archive.path());
  const Response response = front.respond({.path = "/"});
  CHECK(response.status == 200);
  CHECK(response.body.find("لا مقالات") != std::string::npos);
  CHECK(front.respond({.path = "/search"}).status == 200);
}

TEST_CASE("an archive that does not exist is refused when it is opened") {
  CHECK_THROWS_AS(Front("/nonexistent/archive"), Error);
}

TEST_CASE("more requests than sites are answered one after the other, from many threads") {
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (const char* target : {"/", "/search?q=a", "/article/s8?q=a", "/2017/01", "/api/v1/stats"})
        if (shared().get(target).status == 200) ++good;
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(good == 40);
}

TEST_CASE("who has waited too long for a turn is told to come back later") {
  const test::IndexedArchive archive;
  Front front(archive.path(), {.sites = 0, .patience = std::chrono::milliseconds(10)});
  const Response response = front.respond({.path = "/"});
  CHECK(response.status == 503);
  CHECK(response.header("Retry-After") == "5");
  CHECK(front.respond({.path = "/healthz"}).status == 200);
}

TEST_CASE("a client that asks too often is refused, a page to a reader and a problem to a program") {
  OpenFront front({.requests_per_second = 1});
  const auto status_of = [&](const char* target, const char* peer) {
    return front.ask(target, {.peer = peer}).status;
  };
  CHECK(status_of("/", "192.0.2.1") == 200);
  CHECK(status_of("/search?q=a", "192.0.2.1") == 200);
  const Response page = front.ask("/search?q=a", {.peer = "192.0.2.1"});
  CHECK(page.status == 429);
  CHECK(page.header("Retry-After") == "1");
  CHECK(page.header("Cache-Control") == "no-store");
  CHECK(page.body.find(arabic().messages.text("error_429_title")) != page.body.npos);
  const Response problem = front.ask("/api/v1/search?q=a", {.peer = "192.0.2.1"});
  CHECK(problem.status == 429);
  CHECK(problem.header("Retry-After") == "1");
  CHECK(nlohmann::json::parse(problem.body)["title"] == "Too Many Requests");
  CHECK(status_of("/", "192.0.2.2") == 200);
  for (const char* cheap : {"/healthz", "/robots.txt", "/static/fihrist.css"})
    CHECK(status_of(cheap, "192.0.2.1") == 200);
}

TEST_CASE("behind a trusted proxy each client has its own rate, and nobody else names clients") {
  OpenFront front({.trusted_proxies = {parse_address_range("10.0.0.0/8").value()}, .requests_per_second = 1});
  const auto passed = [&](const char* peer, const std::string& forwarded_for) {
    int count = 0;
    while (count < 10 && front.ask("/help", {.peer = peer, .forwarded_for = forwarded_for}).status == 200)
      ++count;
    return count;
  };
  CHECK(passed("10.0.0.1", "198.51.100.1") == 2);
  CHECK(passed("10.0.0.1", "198.51.100.2") == 2);
  CHECK(passed("10.0.0.9", "192.0.2.77, 198.51.100.1") == 0);
  CHECK(passed("203.0.113.1", "198.51.100.3") == 2);
  CHECK(passed("203.0.113.1", "198.51.100.4") == 0);
}

TEST_CASE("without a rate a client may ask as often as it likes") {
  for (int i = 0; i < 50; ++i) CHECK(shared().ask("/help", {.peer = "192.0.2.1"}).status == 200);
}
