// SPDX-License-Identifier: GPL-3.0-or-later
// The control beside slow_clients_test: the library's own listener, which this server does without, is
// starved.
#include <doctest/doctest.h>
#include <httplib.h>

#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/web/echo_server.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

const std::size_t stock_threads = CPPHTTPLIB_THREAD_POOL_COUNT;

/// The library's listener, which notes in what order it came to answer.
struct StockListener {
  StockListener() {
    server.set_read_timeout(std::chrono::hours(24));  // which decide how long it takes, not whether
    server.Get("/.*", [this](const httplib::Request& request, httplib::Response& response) {
      const std::lock_guard lock(mutex);
      answered.push_back(request.path);
      response.set_content(request.path, "text/plain");
    });
    port = static_cast<std::uint16_t>(server.bind_to_any_port("127.0.0.1"));
    thread = std::thread([this] { server.listen_after_bind(); });
  }
  ~StockListener() {
    server.stop();
    thread.join();
  }
  httplib::Server server;
  std::mutex mutex;
  std::vector<std::string> answered;
  std::uint16_t port = 0;
  std::thread thread;
};

std::deque<RawConnection> slow_clients(std::uint16_t port) {
  std::deque<RawConnection> clients;
  for (std::size_t i = 0; i < stock_threads; ++i)
    clients.emplace_back(port).send("GET /slow HTTP/1.1\r\nConnection: close\r\nHost: ");
  return clients;
}

}  // namespace

TEST_CASE(
    "as many slow clients as the library has threads keep its own listener from answering anybody else") {
  StockListener stock;
  auto slow = slow_clients(stock.port);
  RawConnection probe(stock.port);
  probe.send("GET /probe HTTP/1.1\r\nConnection: close\r\nHost: x\r\n\r\n");
  for (RawConnection& one : slow) one.send("x\r\n\r\n");  // only now can the probe be answered
  CHECK(body_of(probe.read_response()) == "/probe");
  const std::lock_guard lock(stock.mutex);
  CHECK(stock.answered.front() == "/slow");
}

TEST_CASE("our listener answers beside them while they are slow") {
  Echo echo({.workers = 1});
  auto slow = slow_clients(echo.listener.port());
  auto probe = echo.connection();
  probe.send(get("/probe"));
  CHECK(body_of(probe.read_response()) == "/probe");
  for (RawConnection& one : slow) {
    one.send("x\r\n\r\n");
    CHECK(body_of(one.read_response()) == "/slow");
  }
}
