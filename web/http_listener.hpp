// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets and HTTP: the only place that knows the HTTP library.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "web/http.hpp"

namespace fihrist {

/// What the listener asks of the rest; both are called from many threads at once and must not throw.
struct HttpHandlers {
  std::function<Response(const Request&)> respond;
  std::function<Response(int)> failure;  ///< for bytes that never became a request
};

/// A TCP port. One request a connection: the library loses track of pipelined ones.
class HttpListener {
 public:
  /// Binds. Throws Error(failed) when the port is taken or the host is none.
  HttpListener(const std::string& host, std::uint16_t port, HttpHandlers handlers);
  ~HttpListener();
  HttpListener(const HttpListener&) = delete;
  HttpListener& operator=(const HttpListener&) = delete;

  std::uint16_t port() const noexcept;
  /// Accepts until stop(); returns when every accepted request is answered. Called once.
  void run();
  /// Any thread, any number of times, before run() too.
  void stop() noexcept;

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist
