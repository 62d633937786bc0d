// SPDX-License-Identifier: GPL-3.0-or-later
// A listener that is stopped: what is at hand, what waits, what is idle.
#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "tests/web/echo_server.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("stopping answers what was sent and ends what is idle") {
  Echo echo({.workers = 1});
  auto idle = echo.connection();
  idle.send(get("/a"));
  CHECK(status_of(idle.read_response()) == 200);
  auto working = echo.connection();
  working.send(get("/gate"));
  echo.gate.wait_until_inside(1);
  std::vector<RawConnection> queued;
  for (int i = 0; i < 10; ++i) queued.emplace_back(echo.listener.port()).send(get("/queued"));
  wait_for(echo.counts.waiting, 10);
  const std::uint16_t port = echo.listener.port();
  echo.listener.stop();
  CHECK(idle.is_closed_by_server());
  CHECK_FALSE(RawConnection(port).is_open());
  echo.gate.open();
  CHECK(working.read_to_end().find("\r\n\r\n/gate") != std::string::npos);
  for (RawConnection& one : queued) CHECK(one.read_to_end().ends_with("\r\n\r\n/queued"));
  echo.stop();
}

TEST_CASE("a request that was sent before the server ran is answered, even when it was stopped before too") {
  ListenerCounts counts;
  HttpListener listener({},
                        {.respond = [](const Request&) { return Response{.body = "late"}; },
                         .failure = [](int status) { return Response{.status = status}; }},
                        counts);
  RawConnection early(listener.port());
  early.send(get("/"));
  listener.stop();
  std::thread thread([&] { listener.run(); });
  CHECK(early.read_to_end().ends_with("late"));
  thread.join();
}

TEST_CASE("an idle connection does not keep a listener from stopping, though it may stay open for ever") {
  Echo echo({.idle_time = std::chrono::hours(24), .drain_time = std::chrono::hours(24)});
  auto idle = echo.connection();
  idle.send(get("/a"));
  CHECK(status_of(idle.read_response()) == 200);
  echo.stop();  // would wait for a day
  CHECK(idle.is_closed_by_server());
}
