// SPDX-License-Identifier: GPL-3.0-or-later
// The door for all threads: shares a few sites among many requests and never lets a failure through.
#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "web/site.hpp"

namespace fihrist {

/// Thread-safe. At most `sites` requests are worked on at once; a request that would wait longer than
/// `patience` for its turn is answered 503.
class Front {
 public:
  /// Throws Error when the archive cannot be opened.
  Front(const std::filesystem::path& archive, const std::string& prefix, unsigned sites,
        std::chrono::milliseconds patience = std::chrono::seconds(3));

  /// Never throws. The path may begin with the prefix or not: proxies differ in whether they cut it. The
  /// response carries every header it
  /// needs, security headers too.
  Response respond(Request request) noexcept;

  /// An error page made beforehand, for requests that never became one: 400, 405, 414, 500, 503.
  Response failure(int status) const;

 private:
  class Turn;
  Response route(const Request& request);
  Response respond_in_turn(const Request& request);

  Archive archive_;
  std::string prefix_;
  std::chrono::milliseconds patience_;
  std::vector<Response> failures_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Site>> free_;
};

}  // namespace fihrist
