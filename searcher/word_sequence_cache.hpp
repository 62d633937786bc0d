// SPDX-License-Identifier: GPL-3.0-or-later
// The words of articles that were looked at lately, as they lie in the index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace fihrist {

/// Packed word sequences (schema/word_sequence.hpp) by a key, up to a number of bytes. Ranking reads a
/// hundred of them for each question, and asking Xapian for one costs more than reading it does. Safe to
/// share between threads.
class WordSequenceCache {
 public:
  using Packed = std::shared_ptr<const std::string>;

  explicit WordSequenceCache(std::size_t most_bytes) : half_(most_bytes / 2) {}

  /// Null when it is not kept.
  Packed find(std::uint64_t key);
  void keep(std::uint64_t key, Packed words);

 private:
  /// Two halves: what is asked for moves to the younger one; when that is full, it becomes the older one, and
  /// what nobody asked for since the last time goes.
  void keep_young(std::uint64_t key, Packed words);

  const std::size_t half_;
  std::mutex mutex_;
  std::unordered_map<std::uint64_t, Packed> young_, old_;
  std::size_t young_bytes_ = 0;
};

}  // namespace fihrist
