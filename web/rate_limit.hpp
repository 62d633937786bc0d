// SPDX-License-Identifier: GPL-3.0-or-later
// How often one client may ask, so that a crawler among the facets leaves the readers their turn.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>

#include "web/client_address.hpp"

namespace fihrist {

/// A bucket of 2N tokens for each client, filled with N a second; at least one token. A client is an IPv4
/// address or the first 64 bits of an IPv6 one, because those are what one household is given (RFC 6177).
/// Thread-safe. Remembers no client longer than its bucket needs to fill twice.
class RateLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// `per_second` above 0. While more than `most_clients` ask within the time a bucket needs to fill, those
  /// that are too many pass uncounted: who has that many addresses is not held by any of them.
  explicit RateLimit(double per_second, std::size_t most_clients = 100'000);

  /// Takes a token; without one, says how long to wait for it: whole seconds, at least one.
  std::optional<std::chrono::seconds> wait_for(const IpAddress& client, Time now);

  std::size_t remembered() const;  ///< clients, for tests of the bound

 private:
  void turn_over(Time now);
  Time full_again(const IpAddress& client, Time now);

  std::chrono::nanoseconds per_token_, tolerance_;
  std::size_t most_clients_;
  mutable std::mutex mutex_;
  std::map<IpAddress, Time> recent_, earlier_;  ///< when the bucket will be full again
  Time turned_{};
};

/// "5", "5/s", "0.5/s": requests a second, from 0.001 to a million. Nothing for anything else.
std::optional<double> parse_rate(std::string_view text);

}  // namespace fihrist
