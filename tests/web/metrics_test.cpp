// SPDX-License-Identifier: GPL-3.0-or-later
// What Prometheus reads, and who may read it.
#include "web/metrics.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/running_server.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

bool has_line(const std::string& text, const std::string& line) {
  return ('\n' + text).find('\n' + line + '\n') != std::string::npos;
}

}  // namespace

TEST_CASE("a request is counted once, by kind and status, and in every bucket that it fits") {
  Metrics metrics;
  metrics.count("/search", 200, std::chrono::milliseconds(10));
  metrics.count("/search", 200, std::chrono::seconds(9));
  metrics.count("/article/a", 404, std::chrono::microseconds(1));
  const std::string text = metrics.text({});
  for (const char* line :
       {"fihrist_requests_total{kind=\"search\",status=\"2xx\"} 2",
        "fihrist_requests_total{kind=\"article\",status=\"4xx\"} 1",
        "fihrist_requests_total{kind=\"page\",status=\"2xx\"} 0",
        "fihrist_request_seconds_bucket{kind=\"search\",le=\"0.005\"} 0",
        "fihrist_request_seconds_bucket{kind=\"search\",le=\"0.01\"} 1",
        "fihrist_request_seconds_bucket{kind=\"search\",le=\"2.5\"} 1",
        "fihrist_request_seconds_bucket{kind=\"search\",le=\"+Inf\"} 2",
        "fihrist_request_seconds_count{kind=\"search\"} 2",
        "fihrist_request_seconds_sum{kind=\"search\"} 9.01", "fihrist_requests_waiting 0"}) {
    CAPTURE(line);
    CHECK(has_line(text, line));
  }
}

TEST_CASE("metrics are for this machine alone, and not for what a proxy passes on") {
  const RunningServer running;
  auto client = running.client();
  REQUIRE(client.Get("/search?q=a")->status == 200);
  const auto metrics = client.Get("/metrics");
  REQUIRE(metrics);
  CHECK(metrics->status == 200);
  CHECK(metrics->get_header_value("Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(has_line(metrics->body, "fihrist_requests_total{kind=\"search\",status=\"2xx\"} 1"));
  CHECK(client.Get("/metrics", {{"X-Forwarded-For", "127.0.0.1"}})->status == 404);
  CHECK(shared().front.respond({.path = "/metrics", .peer = "192.0.2.1"}).status == 404);
  CHECK(shared().front.respond({.path = "/metrics", .peer = "::1"}).status == 200);
  CHECK(shared().front.respond({.path = "/metrics", .peer = "::ffff:127.0.0.1"}).status == 200);
}
