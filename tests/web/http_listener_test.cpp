// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of connections: order, limits, slow clients, stopping.
#include "web/http_listener.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/web/raw_connection.hpp"

using namespace fihrist;
using namespace fihrist::test;
using namespace std::chrono_literals;

namespace {

/// Holds back the answers to /gate until it is opened.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++inside_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return open_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  int inside() {
    const std::lock_guard lock(mutex_);
    return inside_;
  }
  void wait_until_inside(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return inside_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int inside_ = 0;
  bool open_ = false;
};

constexpr std::size_t big = std::size_t{24} << 20;

/// Answers with the path; /gate when it opens, /big with 24 MB, /same with 304.
struct Echo {
  explicit Echo(ListenerOptions options = {})
      : listener(options,
                 {.respond = [this](const Request& request) { return respond(request); },
                  .failure = [](int status) { return Response{.status = status, .body = "failure"}; },
                  .is_urgent = [](std::string_view path) { return path == "/urgent"; }},
                 counts),
        thread([this] { listener.run(); }) {}
  ~Echo() { stop(); }

  void stop() {
    gate.open();
    listener.stop();
    if (thread.joinable()) thread.join();
  }

  Response respond(const Request& request) {
    if (request.path == "/gate") gate.pass();
    if (request.path == "/same") return {.status = 304, .headers = {{"ETag", "\"a\""}}};
    return {.body = request.path == "/big" ? std::string(big, 'a') : request.path};
  }

  RawConnection connection() const { return RawConnection(listener.port()); }

  Gate gate;
  ListenerCounts counts;
  HttpListener listener;
  std::thread thread;
};

std::string get(const std::string& path) { return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"; }

std::string body_of(const std::string& response) { return response.substr(response.find("\r\n\r\n") + 4); }

void wait_for(const std::atomic<std::uint64_t>& count, std::uint64_t wanted) {
  while (count < wanted) std::this_thread::sleep_for(1ms);
}

}  // namespace

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
