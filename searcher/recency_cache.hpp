// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked for lately, up to a number of bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace fihrist {

/// Immutable values by a key: the least recently used goes, to within half of what is kept. Safe to share
/// between threads.
template <typename Value>
class RecencyCache {
 public:
  using Shared = std::shared_ptr<const Value>;

  explicit RecencyCache(std::size_t most_bytes) : half_(most_bytes / 2) {}

  /// Null when it is not kept.
  Shared find(std::uint64_t key) {
    const std::lock_guard lock(mutex_);
    if (const auto found = young_.find(key); found != young_.end()) return found->second.value;
    const auto found = old_.find(key);
    if (found == old_.end()) return nullptr;
    const Entry entry = std::move(found->second);
    old_.erase(found);
    keep_young(key, entry);
    return entry.value;
  }

  /// `bytes`: what the value itself takes in memory.
  void keep(std::uint64_t key, Shared value, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    keep_young(key, {std::move(value), bytes + entry_bytes});
  }

 private:
  /// What an entry takes beside its value: a node of the table and the counts of the pointer.
  static constexpr std::size_t entry_bytes = 128;

  struct Entry {
    Shared value;
    std::size_t bytes;
  };

  /// Two halves: what is asked for moves to the younger one; when that is full, it becomes the older one, and
  /// what nobody asked for since the last time goes.
  void keep_young(std::uint64_t key, const Entry& entry) {
    if (entry.bytes > half_) return;
    if (young_bytes_ + entry.bytes > half_) {
      old_ = std::exchange(young_, {});
      young_bytes_ = 0;
    }
    if (young_.emplace(key, entry).second) young_bytes_ += entry.bytes;
  }

  const std::size_t half_;
  std::mutex mutex_;
  std::unordered_map<std::uint64_t, Entry> young_, old_;
  std::size_t young_bytes_ = 0;
};

}  // namespace fihrist
