// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that are slow, idle, gone or too many, and what the others see of them.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <deque>
#include <thread>

#include "tests/web/echo_server.hpp"

using namespace fihrist;
using namespace fihrist::test;
using namespace std::chrono_literals;

TEST_CASE("clients that send nothing, too little or take nothing keep nobody from being answered") {
  Echo echo({.workers = 1, .queue_time = 10min});  // a slow machine makes the big answers slowly
  std::deque<RawConnection> held;
  for (int i = 0; i < 100; ++i) {
    held.emplace_back(echo.listener.port());
    held.emplace_back(echo.listener.port()).send("GET / HTTP/1.1\r\nHost: ");
  }
  for (int i = 0; i < 3; ++i) held.emplace_back(echo.listener.port()).send(get("/big"));
  for (int i = 0; i < 20; ++i) {
    auto probe = echo.connection();
    probe.send(get("/probe"));
    CHECK(body_of(probe.read_response()) == "/probe");
  }
}

TEST_CASE("a head that does not end in time is answered 408, a connection without one just ends") {
  Echo echo({.head_time = 200ms, .idle_time = 200ms});
  auto slow = echo.connection();
  slow.send("GET / HTTP/1.1\r\n");
  CHECK(status_of(slow.read_to_end()) == 408);
  CHECK(echo.connection().is_closed_by_server());
  auto used = echo.connection();
  used.send(get("/a"));
  CHECK(status_of(used.read_response()) == 200);
  CHECK(used.is_closed_by_server());
}

TEST_CASE("a client that takes nothing of its answer loses it") {
  Echo echo({.stall_time = 200ms});
  auto slow = echo.connection();
  slow.send(get("/big"));
  wait_for(echo.counts.timed_out, 1);
  CHECK(slow.read_to_end().size() < big);
}

TEST_CASE("a full queue answers 503 at once, urgent requests pass, and afterwards all is as before") {
  Echo echo({.workers = 1, .queue = 1});
  auto working = echo.connection();
  working.send(get("/gate"));
  echo.gate.wait_until_inside(1);
  auto queued = echo.connection();
  queued.send(get("/queued"));
  wait_for(echo.counts.waiting, 1);
  auto shed = echo.connection();
  shed.send(get("/shed"));
  CHECK(status_of(shed.read_to_end()) == 503);
  CHECK(echo.counts.shed == 1);
  auto urgent = echo.connection();
  urgent.send(get("/urgent"));
  wait_for(echo.counts.waiting, 2);
  echo.gate.open();
  CHECK(body_of(urgent.read_response()) == "/urgent");
  CHECK(body_of(working.read_response()) == "/gate");
  CHECK(body_of(queued.read_response()) == "/queued");
  auto after = echo.connection();
  after.send(get("/after"));
  CHECK(body_of(after.read_response()) == "/after");
}

TEST_CASE("a request that waited too long is answered 503 and not worked on") {
  Echo echo({.workers = 1, .queue_time = 50ms});
  auto working = echo.connection();
  working.send(get("/gate"));
  echo.gate.wait_until_inside(1);
  auto late = echo.connection();
  late.send(get("/late"));
  wait_for(echo.counts.waiting, 1);
  std::this_thread::sleep_for(100ms);
  echo.gate.open();
  CHECK(status_of(late.read_response()) == 503);
  CHECK(status_of(working.read_response()) == 200);
}

TEST_CASE("nobody works for a client that has left") {
  Echo echo({.workers = 1});
  auto working = echo.connection();
  working.send(get("/gate"));
  echo.gate.wait_until_inside(1);
  {
    auto leaving = echo.connection();
    leaving.send(get("/gate"));
    wait_for(echo.counts.waiting, 1);
    leaving.reset_at_end();
  }
  while (echo.counts.open > 1) std::this_thread::sleep_for(1ms);
  echo.gate.open();
  CHECK(status_of(working.read_response()) == 200);
  auto after = echo.connection();
  after.send(get("/after"));
  CHECK(status_of(after.read_response()) == 200);
  CHECK(echo.gate.inside() == 1);
}

TEST_CASE("without descriptors the longest waiting connections give way, and the server lives") {
  ListenerCounts counts;
  HttpListener listener({},
                        {.respond = [](const Request& request) { return Response{.body = request.path}; },
                         .failure = [](int status) { return Response{.status = status}; }},
                        counts);
  std::deque<RawConnection> clients;
  for (int i = 0; i < 30; ++i) clients.emplace_back(listener.port());
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const int next = ::dup(0);
  ::close(next);
  rlimit tight = before;
  tight.rlim_cur = static_cast<rlim_t>(next) + 4;
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &tight) == 0);
  std::thread thread([&] { listener.run(); });
  clients.back().send(get("/last"));
  CHECK(body_of(clients.back().read_response()) == "/last");
  CHECK(counts.open <= 4);
  ::setrlimit(RLIMIT_NOFILE, &before);
  RawConnection after(listener.port());
  after.send(get("/after"));
  CHECK(body_of(after.read_response()) == "/after");
  listener.stop();
  thread.join();
}
