// SPDX-License-Identifier: GPL-3.0-or-later
// Raw bytes on a real port, and the status that each gets.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/web/raw_connection.hpp"
#include "tests/web/running_server.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

struct Row {
  const char* what;
  std::string bytes;
  int status;
  bool stays_open = false;  ///< another request on the same connection is answered
};

std::string get(const std::string& target, const std::string& fields = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
}

std::string many_fields(int count) {
  std::string fields;
  for (int i = 0; i < count; ++i) fields += "X-" + std::to_string(i) + ": a\r\n";
  return fields;
}

using namespace std::string_literals;

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      // Request lines
      {"no request line at all", "nonsense\r\n\r\n", 400},
      {"a method alone", "GET\r\n\r\n", 400},
      {"HTTP/0.9", "GET /\r\n\r\n", 400},
      {"two blanks before the target", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"two blanks before the version", "GET /  HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"a blank behind the version", "GET / HTTP/1.1 \r\nHost: x\r\n\r\n", 400},
      {"a blank before the method", " GET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"a tab for a blank", "GET\t/ HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"a blank in the target", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"a method that is no token", "G(T / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"one empty line before the request", "\r\n" + get("/healthz"), 200, true},
      {"two empty lines before the request", "\r\n\r\n" + get("/healthz"), 400},
      {"a TLS greeting", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400},
      {"binary noise", "\x00\xff\xfe\x01\r\n\r\n"s, 400},
      // Versions
      {"HTTP/1.0", "GET /healthz HTTP/1.0\r\n\r\n", 200},
      {"HTTP/1.0 with keep-alive in any case", "GET /healthz HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", 200,
       true},
      {"HTTP/1.2 is spoken to as 1.1", "GET /healthz HTTP/1.2\r\nHost: x\r\n\r\n", 200, true},
      {"HTTP/2.0", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505},
      {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"HTTP/0.9 by name", "GET / HTTP/0.9\r\nHost: x\r\n\r\n", 505},
      {"a version of two digits", "GET / HTTP/1.10\r\nHost: x\r\n\r\n", 400},
      {"a version without digits", "GET / HTTP/a.b\r\nHost: x\r\n\r\n", 400},
      {"a version in lower case", "GET / http/1.1\r\nHost: x\r\n\r\n", 400},
      {"another protocol", "GET / ICY/1.1\r\nHost: x\r\n\r\n", 400},
      // Methods
      {"POST", "POST /search HTTP/1.1\r\nHost: x\r\n\r\n", 405},
      {"POST with a body to come", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n", 405},
      {"PUT", "PUT / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
      {"DELETE", "DELETE /article/s8 HTTP/1.1\r\nHost: x\r\n\r\n", 405},
      {"OPTIONS of everything", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 405},
      {"TRACE", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
      {"CONNECT", "CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405},
      {"a method in lower case", "get / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
      {"a method that nobody knows", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
      // Targets
      {"no slash before the target", "GET healthz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"a target of an asterisk", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"a fragment", get("/healthz#top"), 400},
      {"an absolute target", "GET http://example.org/healthz HTTP/1.1\r\nHost: x\r\n\r\n", 200, true},
      {"an absolute target without a host", "GET http:///healthz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"an absolute target of another scheme", "GET ftp://example.org/ HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"a target of 4096 bytes", get("/" + std::string(4095, 'a')), 404, true},
      {"a target of 4097 bytes", get("/" + std::string(4096, 'a')), 414},
      {"a request line without end", "GET /" + std::string(8000, 'a'), 414},
      {"NUL in the target", "GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n"s, 400},
      {"DEL in the target", get("/a\x7f"), 400},
      {"NUL percent-encoded", get("/article/a%00b"), 404, true},
      {"a percent sign without digits", get("/%zz"), 404, true},
      {"overlong UTF-8", get("/search?q=%c0%af%ed%a0%80"), 200, true},
      {"letters that are not encoded", get("/search?q=هاتف"), 200, true},
      {"two question marks", get("/search?q=a?b"), 200, true},
      {"6,000 brackets that fit", get("/search?q=" + std::string(4000, '(')), 200, true},
      {"a way out of the static files", get("/static/../../etc/passwd"), 404, true},
      {"the same, encoded", get("/static/..%2f..%2fetc%2fpasswd"), 404, true},
      {"the same, twice encoded", get("/static/%252e%252e/etc/passwd"), 404, true},
      {"a line end in a parameter", get("/search?q=%0d%0aSet-Cookie:%20a=b"), 200, true},
      // Fields
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"two Hosts", get("/", "Host: y\r\n"), 400},
      {"two equal Hosts", get("/", "Host: x\r\n"), 400},
      {"an empty Host", "GET /healthz HTTP/1.1\r\nHost:\r\n\r\n", 200, true},
      {"a Host with a path", "GET / HTTP/1.1\r\nHost: x/../y\r\n\r\n", 400},
      {"a Host with an at sign", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
      {"a Host with a blank", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400},
      {"a blank before the colon", get("/", "Accept : x\r\n"), 400},
      {"a field without a colon", get("/", "Accept\r\n"), 400},
      {"a field without a name", get("/", ": x\r\n"), 400},
      {"a name that is no token", get("/", "Ac(ept: x\r\n"), 400},
      {"a folded line", get("/", "Accept: a\r\n b\r\n"), 400},
      {"a bare line feed", "GET / HTTP/1.1\nHost: x\n\n", 400},
      {"a bare line feed between fields", get("/", "Accept: a\nX: b\r\n"), 400},
      {"a bare carriage return", get("/", "Accept: a\rb\r\n"), 400},
      {"a bare carriage return right before the end of the head", get("/", "Accept: a\r\r\n"), 400},
      {"NUL in a value", get("/", "Accept: a\0b\r\n"s), 400},
      {"an escape sequence in a value", get("/", "Accept: \x1b[31m\r\n"), 400},
      {"64 fields", get("/healthz", many_fields(63)), 200, true},
      {"65 fields", get("/", many_fields(64)), 431},
      {"100,000 fields", get("/", many_fields(100'000)), 431},
      {"a field of 20,000 bytes", get("/", "X: " + std::string(20'000, 'a') + "\r\n"), 431},
      {"REMOTE_ADDR from outside", get("/healthz", "REMOTE_ADDR: 9.9.9.9\r\n"), 200, true},
      {"EXCEPTION_WHAT from outside", get("/healthz", "EXCEPTION_WHAT: x\r\n"), 200, true},
      {"a line end encoded in a value", get("/healthz", "X-Forwarded-For: 1%0d%0aX: y\r\n"), 200, true},
      {"7,000 ranges", get("/", "Range: bytes=" + std::string(7000, '0') + "-,\r\n"), 200, true},
      {"a range beyond the end", get("/help", "Range: bytes=0-99999999999\r\n"), 200, true},
      {"an upgrade to HTTP/2", get("/healthz", "Upgrade: h2c\r\nConnection: upgrade\r\n"), 200, true},
      {"Connection: close in any case", get("/healthz", "Connection: Close\r\n"), 200},
      {"close among other options", get("/healthz", "Connection: keep-alive, close\r\n"), 200},
      // Bodies
      {"Content-Length: 0", get("/healthz", "Content-Length: 0\r\n"), 200, true},
      {"a body for GET", get("/", "Content-Length: 5\r\n") + "abcde", 413},
      {"a body of 2^64", get("/", "Content-Length: 18446744073709551616\r\n"), 413},
      {"a length with a sign", get("/", "Content-Length: +5\r\n"), 400},
      {"a negative length", get("/", "Content-Length: -1\r\n"), 400},
      {"a length that is none", get("/", "Content-Length: 5abc\r\n"), 400},
      {"an empty length", get("/", "Content-Length:\r\n"), 400},
      {"two lengths", get("/", "Content-Length: 0\r\nContent-Length: 0\r\n"), 400},
      {"a list of lengths", get("/", "Content-Length: 0, 0\r\n"), 400},
      {"a chunked body", get("/", "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400},
      {"an unknown coding", get("/", "Transfer-Encoding: xchunked\r\n"), 400},
      {"a length and a coding", get("/", "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n"), 400},
      {"Expect: 100-continue", get("/healthz", "Expect: 100-continue\r\n"), 200, true},
  };
  return all;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE(
    "each hostile request gets its status, no more than one answer, and its connection ends or goes on") {
  const RunningServer running;
  REQUIRE(rows().size() >= 60);
  for (const Row& row : rows()) {
    CAPTURE(row.what);
    RawConnection connection(running.server.port());
    connection.send(row.bytes);
    if (row.stays_open) {
      CHECK(status_of(connection.read_response()) == row.status);
      connection.send(get("/healthz", "Connection: close\r\n"));
      CHECK(status_of(connection.read_to_end()) == 200);
      continue;
    }
    const std::string all = connection.read_to_end();
    CHECK(status_of(all) == row.status);
    CHECK(count(all, "HTTP/1.1 ") == 1);
    CHECK(all.find("\r\nConnection: close\r\n") != all.npos);
  }
}

TEST_CASE(
    "no answer to a hostile request lacks a security header, tells of the inside or repeats a line end") {
  const RunningServer running;
  for (const Row& row : rows()) {
    if (row.stays_open && row.bytes.find("healthz") != std::string::npos) continue;
    CAPTURE(row.what);
    RawConnection connection(running.server.port());
    connection.send(row.bytes);
    const std::string answer = row.stays_open ? connection.read_response() : connection.read_to_end();
    const std::string head = answer.substr(0, answer.find("\r\n\r\n"));
    for (const char* field : {"Content-Security-Policy: default-src 'none'",
                              "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
                              "Cross-Origin-Opener-Policy: same-origin", "Permissions-Policy: ", "Date: "})
      CHECK(count(head, std::string("\r\n") + field) == 1);
    CHECK(head.find("\r\nSet-Cookie") == head.npos);
    CHECK(head.find("\r\nServer") == head.npos);
    CHECK(head.find("\r\nContent-Range") == head.npos);
    CHECK(answer.find("root:") == answer.npos);
    CHECK((row.status != 405 || head.find("\r\nAllow: GET, HEAD") != head.npos));
  }
}

TEST_CASE("what follows a refused head on its connection is never answered") {
  const RunningServer running;
  const std::string hidden = get("/healthz");
  for (const std::string& bytes :
       {get("/", "Content-Length: " + std::to_string(hidden.size()) + "\r\n") + hidden,
        get("/", "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n" + hidden, "GET / HTTP/1.1\r\n\r\n" + hidden,
        get("/", "Content-Length: 5abc\r\n") + hidden, "POST / HTTP/1.1\r\nHost: x\r\n\r\n" + hidden}) {
    CAPTURE(bytes);
    RawConnection connection(running.server.port());
    connection.send(bytes);
    CHECK(count(connection.read_to_end(), "HTTP/1.1 ") == 1);
  }
}
