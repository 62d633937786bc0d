// SPDX-License-Identifier: GPL-3.0-or-later
// Where the shards of an archive are served, and how long they are waited for.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace fihrist {

struct ShardOptions {
  /// "tcp:HOST:PORT", where xapian-tcpsrv serves a shard (docs/scaling.md), in any order. Several may serve
  /// the same shard: the first that answers is asked. Empty: the archive's own index is searched.
  std::vector<std::string> addresses;
  std::chrono::milliseconds connect_timeout{1000};
  /// For each answer. A shard that takes longer is left out, and that is said with the results.
  std::chrono::milliseconds answer_timeout{5000};
  /// How often all of them are looked at: whether one is back, or has a newer cut.
  std::chrono::milliseconds check_interval{5000};
};

/// One of the addresses.
struct ShardState {
  std::string address;
  bool answers = false;
  std::string fault;         ///< why it does not
  std::uint32_t number = 0;  ///< of the shard that it serves; 0: not known
};

/// How many shards of an archive results come from.
struct ShardCoverage {
  std::uint32_t answered = 0;
  std::uint32_t of = 0;
  bool is_partial() const noexcept { return answered < of; }
  friend bool operator==(const ShardCoverage&, const ShardCoverage&) = default;
};

}  // namespace fihrist
