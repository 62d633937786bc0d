// SPDX-License-Identifier: GPL-3.0-or-later
// A listener that answers with the path, for tests of connections.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "tests/web/raw_connection.hpp"
#include "web/http_listener.hpp"

namespace fihrist::test {

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

inline constexpr std::size_t big = std::size_t{24} << 20;

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

inline std::string get(const std::string& path) { return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"; }

inline std::string body_of(const std::string& response) {
  return response.substr(response.find("\r\n\r\n") + 4);
}

inline void wait_for(const std::atomic<std::uint64_t>& count, std::uint64_t wanted) {
  while (count < wanted) std::this_thread::yield();
}

}  // namespace fihrist::test
