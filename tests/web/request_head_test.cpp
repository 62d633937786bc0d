// SPDX-License-Identifier: GPL-3.0-or-later
// What a head becomes; what is refused stands in hostile_requests_test.cpp.
#include "web/request_head.hpp"

#include <doctest/doctest.h>

using namespace fihrist;

TEST_CASE("a head is read whole or not at all, whatever pieces it comes in") {
  const std::string bytes =
      "GET /search?q=a HTTP/1.1\r\nHost: example.org:80\r\nIf-None-Match:  \"x\" \r\n\r\n";
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    const HeadReading part = read_request_head(bytes.substr(0, size));
    CHECK(part.refusal == 0);
    CHECK(part.consumed == 0);
  }
  const HeadReading whole = read_request_head(bytes + "GET /next");
  CHECK(whole.consumed == bytes.size());
  CHECK(whole.head.method == "GET");
  CHECK(whole.head.target == "/search?q=a");
  CHECK(whole.head.host == "example.org:80");
  CHECK(whole.head.fields == std::vector<std::pair<std::string, std::string>>{{"if-none-match", "\"x\""}});
}

TEST_CASE("only fields that an answer may depend on go on, under names in lower case") {
  const HeadReading reading = read_request_head(
      "GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=0-\r\nExpect: 100-continue\r\nCookie: a\r\nREMOTE_ADDR: "
      "a\r\n"
      "X-Forwarded-For: 192.0.2.1\r\nx-forwarded-FOR: 192.0.2.2\r\nAccept-Encoding: br\r\n\r\n");
  const std::vector<std::pair<std::string, std::string>> passed{
      {"x-forwarded-for", "192.0.2.1"}, {"x-forwarded-for", "192.0.2.2"}, {"accept-encoding", "br"}};
  CHECK(reading.head.fields == passed);
}

TEST_CASE("whether a connection is kept is decided by version and option") {
  struct Row {
    const char* version;
    const char* option;
    bool keeps;
  };
  for (const auto& [version, option, keeps] :
       {Row{"1.1", "", true}, Row{"1.1", "close", false}, Row{"1.1", "CLOSE", false},
        Row{"1.1", "te, close", false}, Row{"1.1", "closed", true}, Row{"1.0", "", false},
        Row{"1.0", "keep-alive", true}, Row{"1.0", "Keep-Alive", true},
        Row{"1.0", "keep-alive, close", false}}) {
    CAPTURE(version);
    CAPTURE(option);
    const auto reading = read_request_head("GET / HTTP/" + std::string(version) +
                                           "\r\nHost: x\r\nConnection: " + option + "\r\n\r\n");
    REQUIRE(reading.consumed > 0);
    CHECK(reading.head.keep_alive == keeps);
  }
}

TEST_CASE("an absolute target is its path, and its host goes before the field") {
  struct Row {
    const char* target;
    const char* path;
    const char* host;
  };
  for (const auto& [target, path, host] :
       {Row{"http://a.example/b?c", "/b?c", "a.example"}, Row{"HTTPS://a.example:8", "/", "a.example:8"},
        Row{"http://a.example?q=1", "/?q=1", "a.example"}, Row{"/b", "/b", "x"}}) {
    CAPTURE(target);
    const auto reading = read_request_head("GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(reading.head.target == path);
    CHECK(reading.head.host == host);
  }
}

TEST_CASE("what can be refused early is refused early") {
  CHECK(read_request_head("\x16\x03").refusal == 400);
  CHECK(read_request_head("GET / HTTP/1.1\nHost").refusal == 400);
  CHECK(read_request_head("GET /" + std::string(5000, 'a')).refusal == 414);
  CHECK(read_request_head("GET / HTTP/1.1\r\nX: " + std::string(20'000, 'a')).refusal == 431);
}
