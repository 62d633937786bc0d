// SPDX-License-Identifier: GPL-3.0-or-later
// A port: one thread waits for all clients, others answer them.
#pragma once

#include <cstdint>
#include <memory>

#include "web/http_library.hpp"
#include "web/listener_counts.hpp"
#include "web/listener_options.hpp"

namespace fihrist {

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
