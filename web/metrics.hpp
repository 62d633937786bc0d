// SPDX-License-Identifier: GPL-3.0-or-later
// How many requests were answered, how, and how fast, for Prometheus.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/shard_options.hpp"
#include "web/listener_counts.hpp"

namespace fihrist {

/// Thread-safe; counts from its making.
class Metrics {
 public:
  /// A request that was answered. `path` without the prefix.
  void count(std::string_view path, int status, std::chrono::duration<double> took) noexcept;

  /// The text exposition format, version 0.0.4. A latency is counted in the bucket of each bound that it does
  /// not exceed; connections come from `listener`; `shards` is empty for an
  /// archive that is whole.
  std::string text(const ListenerCounts& listener, const std::vector<ShardState>& shards = {}) const;

  static constexpr std::array<std::string_view, 6> kinds{"search", "article", "api",
                                                         "data",   "static",  "page"};
  static constexpr std::array<double, 10> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5};

 private:
  using Count = std::atomic<std::uint64_t>;
  struct Kind {
    std::array<Count, 6> by_class{};                  ///< by the first digit of the status
    std::array<Count, bounds.size() + 1> by_bound{};  ///< not cumulative; the last one is for what is slower
    Count microseconds = 0;
  };
  std::array<Kind, kinds.size()> kinds_{};
};

}  // namespace fihrist
