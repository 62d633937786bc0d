// SPDX-License-Identifier: GPL-3.0-or-later
// Least recently used, to within half of what is kept.
#include "searcher/word_sequence_cache.hpp"

#include <utility>

namespace fihrist {
namespace {

/// What an entry takes beside its bytes: a node of the table, the counts of the pointer, the string.
constexpr std::size_t entry_bytes = 128;

}  // namespace

WordSequenceCache::Packed WordSequenceCache::find(std::uint64_t key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = young_.find(key); found != young_.end()) return found->second;
  const auto found = old_.find(key);
  if (found == old_.end()) return nullptr;
  Packed words = std::move(found->second);
  old_.erase(found);
  keep_young(key, words);
  return words;
}

void WordSequenceCache::keep(std::uint64_t key, Packed words) {
  const std::lock_guard lock(mutex_);
  keep_young(key, std::move(words));
}

void WordSequenceCache::keep_young(std::uint64_t key, Packed words) {
  const std::size_t bytes = words->size() + entry_bytes;
  if (bytes > half_) return;
  if (young_bytes_ + bytes > half_) {
    old_ = std::exchange(young_, {});
    young_bytes_ = 0;
  }
  if (young_.emplace(key, std::move(words)).second) young_bytes_ += bytes;
}

}  // namespace fihrist
