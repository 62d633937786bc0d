// SPDX-License-Identifier: GPL-3.0-or-later
// Buckets, with a clock of the test's own.
#include "web/rate_limit.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace fihrist;
using namespace std::chrono_literals;

namespace {

const RateLimit::Time start{std::chrono::hours(1)};

IpAddress client(const std::string& text) { return parse_ip_address(text).value(); }

/// How many requests pass at one moment.
int burst(RateLimit& limit, const std::string& from, RateLimit::Time now) {
  int passed = 0;
  while (passed < 1000 && !limit.wait_for(client(from), now)) ++passed;
  return passed;
}

}  // namespace

TEST_CASE("twice the rate passes at once, then the rate") {
  struct Row {
    double per_second;
    int at_once, after_ten_seconds;
  };
  for (const Row& row : {Row{5, 10, 10}, Row{1, 2, 2}, Row{3, 6, 6}, Row{0.5, 1, 1}, Row{100, 200, 200}}) {
    CAPTURE(row.per_second);
    RateLimit limit(row.per_second);
    CHECK(burst(limit, "192.0.2.1", start) == row.at_once);
    CHECK(burst(limit, "192.0.2.1", start + 10s) == row.after_ten_seconds);
  }
  RateLimit limit(5);
  CHECK(burst(limit, "192.0.2.1", start) == 10);
  CHECK(burst(limit, "192.0.2.1", start + 1s) == 5);
  CHECK(burst(limit, "192.0.2.1", start + 1200ms) == 1);
}

TEST_CASE("who is refused is told in whole seconds when to come back, and is let in then") {
  RateLimit limit(0.25);
  CHECK(burst(limit, "192.0.2.1", start) == 1);
  CHECK(limit.wait_for(client("192.0.2.1"), start) == 4s);
  CHECK(limit.wait_for(client("192.0.2.1"), start + 3500ms) == 1s);
  CHECK_FALSE(limit.wait_for(client("192.0.2.1"), start + 4s));
}

TEST_CASE("being refused costs nothing") {
  RateLimit limit(1);
  CHECK(burst(limit, "192.0.2.1", start) == 2);
  for (int i = 0; i < 50; ++i) CHECK(limit.wait_for(client("192.0.2.1"), start) == 1s);
  CHECK_FALSE(limit.wait_for(client("192.0.2.1"), start + 1s));
}

TEST_CASE("clients have buckets of their own, and an IPv6 household has one") {
  RateLimit limit(1);
  CHECK(burst(limit, "192.0.2.1", start) == 2);
  CHECK(burst(limit, "192.0.2.2", start) == 2);
  CHECK(burst(limit, "2001:db8:0:1::1", start) == 2);
  CHECK(burst(limit, "2001:db8:0:1:ffff::2", start) == 0);
  CHECK(burst(limit, "2001:db8:0:2::1", start) == 2);
}

TEST_CASE("clients that went away are forgotten, and those that stay are not let off") {
  RateLimit limit(1);
  for (int i = 0; i < 200; ++i) limit.wait_for(client("192.0.2." + std::to_string(i)), start);
  CHECK(limit.remembered() == 200);
  for (int second = 0; second < 60; ++second) {
    CAPTURE(second);
    CHECK(burst(limit, "198.51.100.1", start + std::chrono::seconds(second)) == (second == 0 ? 2 : 1));
  }
  CHECK(limit.remembered() <= 2);
}

TEST_CASE("memory has an end, whatever number of clients comes") {
  RateLimit limit(1, 100);
  for (int i = 0; i < 5000; ++i)
    CHECK_FALSE(
        limit.wait_for(client("10.0." + std::to_string(i / 250) + "." + std::to_string(i % 250)), start));
  CHECK(limit.remembered() <= 200);
  CHECK(burst(limit, "10.0.0.1", start) == 1);  // those that are remembered are still held
}

TEST_CASE("threads share the buckets") {
  RateLimit limit(50);
  std::atomic<int> passed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int request = 0; request < 100; ++request)
        if (!limit.wait_for(client("192.0.2.1"), start)) ++passed;
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(passed == 100);
}

TEST_CASE("a rate is a number of requests a second") {
  CHECK(parse_rate("5") == 5.0);
  CHECK(parse_rate("5/s") == 5.0);
  CHECK(parse_rate("0.5/s") == 0.5);
  for (const char* text :
       {"", "/s", "0", "-1", "5/m", "5 /s", "five", "nan", "inf", "1e9", "0.0001", "5/s/s"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_rate(text));
  }
}
