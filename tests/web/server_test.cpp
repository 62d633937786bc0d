// SPDX-License-Identifier: GPL-3.0-or-later
// The real server on a real port.
#include "web/server.hpp"

#include <doctest/doctest.h>
#include <httplib.h>

#include <thread>

#include "schema/error.hpp"
#include "tests/web/running_server.hpp"

using namespace fihrist;
using fihrist::test::RunningServer;

namespace {

bool answers(const std::string& answer, const char* status) {
  return answer.starts_with("HTTP/1.1 " + std::string(status));
}

}  // namespace

TEST_CASE("a port of 0 becomes a free one, and the URL names it") {
  const RunningServer running;
  CHECK(running.server.port() > 0);
  CHECK(running.server.url() == "http://127.0.0.1:" + std::to_string(running.server.port()) + "/");
}

TEST_CASE("pages travel with their status, type and headers") {
  const RunningServer running;
  auto client = running.client();
  const auto page = client.Get("/article/s8");
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK(page->get_header_value("X-Content-Type-Options") == "nosniff");
  CHECK(page->get_header_value_count("Content-Type") == 1);
  CHECK(page->get_header_value_count("Cache-Control") == 1);
  CHECK_FALSE(page->has_header("Server"));
  CHECK(page->body.find("Galaxy S8") != std::string::npos);
  CHECK(client.Get("/nothing")->status == 404);
  CHECK(client.Get("/nothing")->body.find("<html lang=\"ar\"") != std::string::npos);
}

TEST_CASE("HEAD is GET without the body") {
  const RunningServer running;
  auto client = running.client();
  const auto head = client.Head("/article/s8");
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->body.empty());
  CHECK(std::stoul(head->get_header_value("Content-Length")) == client.Get("/article/s8")->body.size());
}

TEST_CASE("a method that writes is refused before its body is read") {
  const RunningServer running;
  const std::string answer =
      running.raw("POST /search HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n");
  CHECK(answers(answer, "405"));
  CHECK(answer.find("Allow: GET, HEAD") != answer.npos);
}

TEST_CASE("over the wire a page comes compressed to who asks for it, and whole whatever range is asked for") {
  const RunningServer running;
  auto client = running.client();
  client.set_decompress(false);
  const auto plain = client.Get("/help", {{"Accept-Encoding", "identity"}});
  REQUIRE(plain);
  CHECK_FALSE(plain->has_header("Content-Encoding"));
  const auto coded = client.Get("/help", {{"Accept-Encoding", "br, gzip"}});
  REQUIRE(coded);
  CHECK(coded->get_header_value("Content-Encoding") == "br");
  CHECK(coded->get_header_value_count("Content-Length") == 1);
  CHECK(coded->body.size() < plain->body.size() / 2);
  for (const char* coding : {"identity", "gzip", "br"}) {
    CAPTURE(coding);
    const auto whole = client.Get("/help", {{"Accept-Encoding", coding}});
    const auto ranged = client.Get("/help", {{"Accept-Encoding", coding}, {"Range", "bytes=0-9"}});
    REQUIRE(ranged);
    CHECK(ranged->status == 200);
    CHECK_FALSE(ranged->has_header("Content-Range"));
    CHECK(ranged->body == whole->body);
  }
}

TEST_CASE("an answer is not sent again to who has it") {
  const RunningServer running;
  auto client = running.client();
  const auto first = client.Get("/2017/01");
  const auto again = client.Get("/2017/01", {{"If-None-Match", first->get_header_value("ETag")}});
  REQUIRE(again);
  CHECK(again->status == 304);
  CHECK(again->body.empty());
}

TEST_CASE("bytes that are no request get an answer with the headers of every answer") {
  const RunningServer running;
  for (const std::string bytes : {"nonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9\r\n\r\n"}) {
    CAPTURE(bytes);
    const std::string answer = running.raw(bytes);
    CHECK(answers(answer, "400"));
    CHECK(answer.find("Content-Security-Policy") != answer.npos);
  }
  const std::string too_long = running.raw("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(answers(too_long, "414"));
}

TEST_CASE("hostile requests neither end the server nor get more than their own answer") {
  const RunningServer running;
  const std::string tail = " HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::vector<std::string> targets{"/search?q=%00%FF%ED%A0%80",
                                         "/search?q=%0d%0aSet-Cookie:x",
                                         "/article/..%2f..%2fetc%2fpasswd",
                                         "/static/../../etc/passwd",
                                         "/search?q=a=b",
                                         "/%zz",
                                         "/search?q=" + std::string(6000, '(')};
  for (const std::string& target : targets) {
    CAPTURE(target.substr(0, 40));
    const std::string answer = running.raw("GET " + target + tail);
    CHECK(answer.starts_with("HTTP/1.1 "));
    CHECK(answer.find("\r\nSet-Cookie") == answer.npos);
    CHECK(answer.find("root:") == answer.npos);
  }
  running.raw("GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=" + std::string(7000, '0') + "-,\r\n\r\n");
  CHECK(running.client().Get("/healthz")->status == 200);
}

TEST_CASE("a second server on the same port fails and says so") {
  const RunningServer running;
  const test::IndexedArchive other;
  CHECK_THROWS_AS(Server({.archive = other.path(), .port = running.server.port()}), Error);
}

TEST_CASE("a server may be stopped before it runs, twice, and while it answers") {
  const test::IndexedArchive archive;
  Server early({.archive = archive.path(), .port = 0});
  early.stop();
  early.stop();
  early.run();  // returns at once
  const RunningServer running;
  for (int i = 0; i < 8; ++i) std::thread([&] { running.client().Get("/"); }).join();
}

TEST_CASE("a prefix is normalised, and one that is no path is refused") {
  const test::IndexedArchive archive;
  CHECK(Server({.archive = archive.path(), .port = 0, .site = {.prefix = "archive/"}})
            .url()
            .ends_with("/archive/"));
  CHECK_THROWS_AS(Server({.archive = archive.path(), .port = 0, .site = {.prefix = "/a\"b"}}), Error);
}

TEST_CASE("the archive's name reaches the pages") {
  const RunningServer running({.site = {.title = "أرشيفي"}});
  CHECK(running.client().Get("/help")->body.find("<bdi>أرشيفي</bdi>") != std::string::npos);
}

TEST_CASE("a rate holds each client that a trusted proxy names, over a real port") {
  const RunningServer running(
      {.trusted_proxies = {parse_address_range("127.0.0.0/8").value()}, .requests_per_second = 0.1});
  auto client = running.client();
  const auto ask = [&](const char* path, const char* for_whom) {
    return client.Get(path, {{"X-Forwarded-For", "203.0.113.200"}, {"X-Forwarded-For", for_whom}});
  };
  CHECK(ask("/help", "198.51.100.1")->status == 200);
  const auto page = ask("/help", "198.51.100.1");
  CHECK(page->status == 429);
  CHECK(page->get_header_value_count("Retry-After") == 1);
  CHECK(std::stoi(page->get_header_value("Retry-After")) >= 9);
  CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
  const auto problem = ask("/api/v1/stats", "198.51.100.1");
  CHECK(problem->status == 429);
  CHECK(problem->get_header_value("Content-Type") == "application/problem+json; charset=utf-8");
  CHECK(ask("/help", "198.51.100.2")->status == 200);
  CHECK(client.Get("/help")->status == 200);  // the proxy itself
}

TEST_CASE("without a trusted proxy the other end of the connection is the client") {
  const RunningServer running({.requests_per_second = 0.1});
  auto client = running.client();
  CHECK(client.Get("/help", {{"X-Forwarded-For", "198.51.100.1"}})->status == 200);
  CHECK(client.Get("/help", {{"X-Forwarded-For", "198.51.100.2"}})->status == 429);
  CHECK(client.Get("/healthz")->status == 200);
}
