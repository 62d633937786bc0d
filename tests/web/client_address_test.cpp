// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses, ranges, and whose word about the client is believed.
#include "web/client_address.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace fihrist;

namespace {

IpAddress address(const std::string& text) {
  const auto parsed = parse_ip_address(text);
  REQUIRE_MESSAGE(parsed, text);
  return *parsed;
}

std::vector<AddressRange> ranges(const std::vector<std::string>& texts) {
  std::vector<AddressRange> all;
  for (const std::string& text : texts) all.push_back(parse_address_range(text).value());
  return all;
}

}  // namespace

TEST_CASE("an address is the same however it is written") {
  struct Row {
    const char *one, *other;
  };
  const Row rows[] = {
      {"192.0.2.1", "::ffff:192.0.2.1"}, {"192.0.2.1", "192.0.2.1:8080"},
      {"192.0.2.1", " 192.0.2.1\t"},     {"2001:db8::1", "2001:DB8:0:0:0:0:0:1"},
      {"2001:db8::1", "[2001:db8::1]"},  {"2001:db8::1", "[2001:db8::1]:443"},
      {"fe80::1", "fe80::1%eth0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.other);
    CHECK(address(row.one) == address(row.other));
  }
  CHECK(address("192.0.2.1") != address("192.0.2.2"));
  CHECK(is_ipv4(address("192.0.2.1")));
  CHECK_FALSE(is_ipv4(address("2001:db8::1")));
}

TEST_CASE("what is no address is nothing") {
  for (const char* text : {"", " ", "unknown", "_hidden", "192.0.2", "192.0.2.256", "010.0.0.1.5", "[", "[]",
                           "::1::2", "example.org", "192.0.2.1 192.0.2.2"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_ip_address(text));
  }
}

TEST_CASE("a range holds the addresses that begin as it does") {
  struct Row {
    const char *range, *inside, *outside;
  };
  const Row rows[] = {
      {"10.0.0.0/8", "10.255.1.2", "11.0.0.1"},
      {"10.1.2.3/8", "10.9.9.9", "11.1.2.3"},
      {"192.168.16.0/20", "192.168.31.255", "192.168.32.0"},
      {"127.0.0.1", "127.0.0.1", "127.0.0.2"},
      {"0.0.0.0/0", "203.0.113.9", "2001:db8::1"},
      {"2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1"},
      {"::1", "::1", "::2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.range);
    const AddressRange range = parse_address_range(row.range).value();
    CHECK(range.contains(address(row.inside)));
    CHECK_FALSE(range.contains(address(row.outside)));
  }
}

TEST_CASE("what is no range is nothing") {
  for (const char* text : {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "::/129",
                           "10.0.0.0:80/8", "[::1]", "localhost", "10.0.0.0/8 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_address_range(text));
  }
}

TEST_CASE("the client is the rightmost address that no trusted proxy has") {
  struct Row {
    const char *peer, *forwarded_for, *client;
  };
  const Row rows[] = {
      {"203.0.113.9", "", "203.0.113.9"},
      {"203.0.113.9", "198.51.100.1", "203.0.113.9"},  // not trusted: its header is its own invention
      {"127.0.0.1", "", "127.0.0.1"},
      {"127.0.0.1", "198.51.100.1", "198.51.100.1"},
      {"::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"},
      {"127.0.0.1", "192.0.2.77, 198.51.100.1", "198.51.100.1"},  // the left one was sent by the client
      {"127.0.0.1", "198.51.100.1, 10.0.0.5", "198.51.100.1"},
      {"127.0.0.1", "198.51.100.1,10.0.0.5:3128 ,10.0.0.6", "198.51.100.1"},
      {"127.0.0.1", "10.0.0.4, 10.0.0.5", "10.0.0.4"},
      {"127.0.0.1", "2001:db8::7", "2001:db8::7"},
      {"127.0.0.1", "198.51.100.1, unknown", "127.0.0.1"},
      {"127.0.0.1", "unknown, 10.0.0.5", "10.0.0.5"},
      {"127.0.0.1", ",,,", "127.0.0.1"},
      {"127.0.0.1", "198.51.100.1,", "127.0.0.1"},
  };
  const auto trusted = ranges({"127.0.0.1", "10.0.0.0/8"});
  for (const Row& row : rows) {
    CAPTURE(row.peer);
    CAPTURE(row.forwarded_for);
    CHECK(client_address(address(row.peer), row.forwarded_for, trusted) == address(row.client));
  }
}

TEST_CASE("without trusted proxies nobody's header is believed") {
  CHECK(client_address(address("127.0.0.1"), "198.51.100.1", {}) == address("127.0.0.1"));
}
