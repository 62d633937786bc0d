// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets and HTTP: one thread waits for all clients, others answer them.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "web/connection_table.hpp"
#include "web/http_library.hpp"
#include "web/listener_counts.hpp"

namespace fihrist {

struct ListenerOptions {
  std::string host = "127.0.0.1";  ///< a name or an address; "::" takes IPv4 as well
  std::uint16_t port = 0;          ///< 0: any free one
  std::size_t workers = 2;         ///< requests that are answered at once
  std::size_t queue = 256;         ///< requests that wait for that; one more is answered 503
  ConnectionLimits connections = {};
  std::uint64_t requests_a_connection = 1000;
  std::chrono::milliseconds head_time = std::chrono::seconds(5);    ///< first byte to last of a head
  std::chrono::milliseconds idle_time = std::chrono::seconds(15);   ///< between requests
  std::chrono::milliseconds queue_time = std::chrono::seconds(3);   ///< a longer wait is answered 503
  std::chrono::milliseconds stall_time = std::chrono::seconds(10);  ///< the client takes nothing
  std::chrono::milliseconds write_time = std::chrono::seconds(60);  ///< of an answer, to its last byte
  std::chrono::milliseconds drain_time = std::chrono::seconds(5);   ///< for what is at hand when stopped
};

/// A TCP port. Connections are kept and requests may be pipelined; they are answered in order. No client can
/// make another wait: a worker sees whole requests only and never a socket, and every phase of a connection
/// has an end.
class HttpListener {
 public:
  /// Binds. `counts` must outlive the listener. Throws Error(failed) when the port is taken or the host is
  /// none.
  HttpListener(const ListenerOptions& options, HttpHandlers handlers, ListenerCounts& counts);
  ~HttpListener();
  HttpListener(const HttpListener&) = delete;
  HttpListener& operator=(const HttpListener&) = delete;

  std::uint16_t port() const noexcept;
  /// Serves until stop(); returns when what was at hand is answered, or its time for that is over. Called
  /// once.
  void run();
  /// Any thread, any number of times, before run() too.
  void stop() noexcept;

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist
