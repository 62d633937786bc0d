// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the address to listen on.
#include "cli/listen_address.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"

using namespace fihrist;

TEST_CASE("an address is a host and a port, either of which may be left out") {
  struct Row {
    const char* text;
    const char* host;
    int port;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"127.0.0.1:8080", "127.0.0.1", 8080},
           {"0.0.0.0:80", "0.0.0.0", 80},
           {"localhost:0", "localhost", 0},
           {"[::1]:9000", "::1", 9000},
           {"[::]", "::", 8080},
           {":9000", "127.0.0.1", 9000},
           {"9000", "127.0.0.1", 9000},
           {"0.0.0.0", "0.0.0.0", 8080},
           {"example.org:65535", "example.org", 65535},
       }) {
    CAPTURE(row.text);
    const ListenAddress address = parse_listen_address(row.text);
    CHECK(address.host == row.host);
    CHECK(address.port == row.port);
  }
}

TEST_CASE("what is no address is a usage error") {
  for (const char* text : {"", ":", "localhost:", "localhost:x", "127.0.0.1:65536", "127.0.0.1:-1", "[::1",
                           "[]:80", "::1", "a b:80", "http://127.0.0.1:8080", "127.0.0.1:80:80", "[::1]80"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_listen_address(text), Error);
  }
}
