// SPDX-License-Identifier: GPL-3.0-or-later
// How many articles hold a term, as it was asked of the index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace fihrist {

/// Frequencies of terms in one revision of a database, the newest that was asked about. Asking Xapian reads a
/// block; lists by date ask for the same days again and again. Safe to share between threads.
class FrequencyCache {
 public:
  /// The frequency that is kept, or what `ask` gives.
  template <typename Ask>
  std::uint32_t of(std::uint64_t revision, const std::string& term, const Ask& ask) {
    {
      const std::lock_guard lock(mutex_);
      if (revision == revision_)
        if (const auto known = frequencies_.find(term); known != frequencies_.end()) return known->second;
    }
    const std::uint32_t frequency = ask();
    const std::lock_guard lock(mutex_);
    if (revision < revision_) return frequency;
    if (revision > revision_ || frequencies_.size() >= most_terms) frequencies_.clear();
    revision_ = revision;
    frequencies_.emplace(term, frequency);
    return frequency;
  }

 private:
  /// Some megabytes.
  static constexpr std::size_t most_terms = 50'000;

  std::mutex mutex_;
  std::uint64_t revision_ = 0;
  std::unordered_map<std::string, std::uint32_t> frequencies_;
};

}  // namespace fihrist
