// SPDX-License-Identifier: GPL-3.0-or-later
// Where a listener listens, how much it takes on at once, and how long it waits for whom.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "web/connection_table.hpp"

namespace fihrist {

struct ListenerOptions {
  std::string host = "127.0.0.1";  ///< a name or an address; "::" takes IPv4 as well
  std::uint16_t port = 0;          ///< 0: any free one
  std::size_t workers = 2;         ///< requests that are answered at once
  std::size_t queue = 1024;        ///< requests that wait for that; one more is answered 503
  ConnectionLimits connections = {};
  std::uint64_t requests_a_connection = 1000;
  std::chrono::milliseconds head_time = std::chrono::seconds(5);    ///< first byte to last of a head
  std::chrono::milliseconds idle_time = std::chrono::seconds(15);   ///< between requests
  std::chrono::milliseconds queue_time = std::chrono::seconds(3);   ///< a longer wait is answered 503
  std::chrono::milliseconds stall_time = std::chrono::seconds(10);  ///< the client takes nothing
  std::chrono::milliseconds write_time = std::chrono::seconds(60);  ///< of an answer, to its last byte
  std::chrono::milliseconds drain_time = std::chrono::seconds(5);   ///< for what is at hand when stopped
};

}  // namespace fihrist
