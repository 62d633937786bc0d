// SPDX-License-Identifier: GPL-3.0-or-later
// All connections of a listener: how many may be open, of one client too, and which gives way.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "web/connection.hpp"

namespace fihrist {

struct ConnectionLimits {
  std::size_t at_once = 2048;
  /// Of one client: an IPv4 address, or the first 64 bits of an IPv6 address, which is what one subscriber
  /// gets.
  std::size_t of_one_client = 1280;
  /// Kept in memory for clients that have not taken their answers yet.
  std::size_t output_bytes = std::size_t{32} << 20;
};

/// One thread's.
class ConnectionTable {
 public:
  using Id = std::uint64_t;

  explicit ConnectionTable(const ConnectionLimits& limits) : limits_(limits) {}

  /// Takes over a socket. Where there is no room the longest waiting connection (Connection::is_waiting)
  /// makes it: of the same client when that has its share, else of anyone. 0 when none waits; the socket is
  /// then still the caller's.
  Id add(int socket, const std::string& peer);
  Connection* find(Id id);
  void remove(Id id);
  /// Ends the longest waiting connection; false when none waits.
  bool remove_longest_waiting();
  /// Ends connections with unsent output, those first that took nothing for the longest time, until what is
  /// kept is within the limits.
  void bound_output();

  std::size_t size() const noexcept { return connections_.size(); }
  std::vector<Id> ids() const;

 private:
  bool remove_longest_waiting_of(const std::string* client);

  ConnectionLimits limits_;
  std::unordered_map<Id, std::unique_ptr<Connection>> connections_;
  std::unordered_map<std::string, std::size_t> of_client_;
  Id last_ = 0;
};

}  // namespace fihrist
