// SPDX-License-Identifier: GPL-3.0-or-later
// What a listener has seen.
#pragma once

#include <atomic>
#include <cstdint>

namespace fihrist {

/// Any thread may read it at any time.
struct ListenerCounts {
  std::atomic<std::uint64_t> accepted = 0;     ///< connections
  std::atomic<std::uint64_t> turned_away = 0;  ///< connections for which there was no room
  std::atomic<std::uint64_t> timed_out = 0;    ///< connections whose client was too slow
  std::atomic<std::uint64_t> shed = 0;         ///< requests answered 503 for lack of time
  std::atomic<std::uint64_t> refused = 0;      ///< heads that were no request to us
  std::atomic<std::uint64_t> open = 0;         ///< connections at this moment
  std::atomic<std::uint64_t> waiting = 0;      ///< requests in the queue at this moment
};

}  // namespace fihrist
