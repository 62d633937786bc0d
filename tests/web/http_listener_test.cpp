// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of connections: order, pieces, ends.
#include "web/http_listener.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "tests/web/echo_server.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("pipelined requests are all answered, in order, on one connection") {
  Echo echo;
  auto connection = echo.connection();
  std::string requests;
  for (int i = 0; i < 500; ++i) requests += get("/" + std::to_string(i));
  std::thread sender([&] { connection.send(requests); });
  for (int i = 0; i < 500; ++i) {
    const std::string response = connection.read_response();
    CHECK(status_of(response) == 200);
    CHECK(body_of(response) == "/" + std::to_string(i));
  }
  sender.join();
  CHECK(echo.counts.accepted == 1);
}

TEST_CASE("a request may come byte by byte, and two in one piece") {
  Echo echo;
  auto connection = echo.connection();
  for (const char c : get("/slow")) connection.send({&c, 1});
  CHECK(body_of(connection.read_response()) == "/slow");
  connection.send(get("/a") + get("/b").substr(0, 9));
  CHECK(body_of(connection.read_response()) == "/a");
  connection.send(get("/b").substr(9));
  CHECK(body_of(connection.read_response()) == "/b");
}

TEST_CASE("a client that has ended its side is answered still") {
  Echo echo;
  auto connection = echo.connection();
  connection.send(get("/a") + get("/b"));
  connection.end_sending();
  const std::string all = connection.read_to_end();
  CHECK(all.find("\r\n\r\n/a") != all.npos);
  CHECK(all.ends_with("\r\n\r\n/b"));
}

TEST_CASE("HEAD has the length of GET and no body, 304 has neither") {
  Echo echo;
  auto connection = echo.connection();
  connection.send("HEAD /four HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string head = connection.read_response(false);
  CHECK(head.find("\r\nContent-Length: 5\r\n") != head.npos);
  connection.send(get("/same"));
  const std::string same = connection.read_response();
  CHECK(status_of(same) == 304);
  CHECK(same.find("Content-Length") == same.npos);
  connection.send(get("/next"));
  CHECK(body_of(connection.read_response()) == "/next");
}

TEST_CASE("a connection ends after as many requests as it may have, and says so before") {
  Echo echo({.requests_a_connection = 2});
  auto connection = echo.connection();
  connection.send(get("/1") + get("/2") + get("/3"));
  CHECK(connection.read_response().find("\r\nConnection: close") == std::string::npos);
  CHECK(connection.read_response().find("\r\nConnection: close") != std::string::npos);
  CHECK(connection.is_closed_by_server());
}
