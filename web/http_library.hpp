// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP library without its sockets: a request that was understood already goes in, bytes come out.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "web/http.hpp"
#include "web/request_head.hpp"

namespace fihrist {

/// What the listener asks of the rest; all are called from many threads at once and must not throw.
struct HttpHandlers {
  std::function<Response(const Request&)> respond;
  /// The answer when there was no request to respond to, or no time for it.
  std::function<Response(int status)> failure;
  /// Told of each such answer, once, and of the address that it goes to.
  std::function<void(int status, const std::string& peer)> failed = [](int, const std::string&) {};
  /// Answers that cost nothing and must not wait behind those that do, by path.
  std::function<bool(std::string_view path)> is_urgent = [](std::string_view) { return false; };
};

/// Thread-safe.
class HttpLibrary {
 public:
  /// Asks the handlers for all failures beforehand.
  explicit HttpLibrary(HttpHandlers handlers);
  ~HttpLibrary();
  HttpLibrary(const HttpLibrary&) = delete;
  HttpLibrary& operator=(const HttpLibrary&) = delete;

  /// The whole response. `peer` is the address of the other end; `closes` says that none follows on this
  /// connection.
  std::string answer(const RequestHead& head, const std::string& peer, bool closes) const noexcept;

  /// The whole response for a request that is not answered, which closes the connection.
  const std::string& failure(int status) const noexcept;
  /// The same without its body, for HEAD.
  std::string failure_head(int status) const;

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist
