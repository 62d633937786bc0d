// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the articles that a run met, counted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace fihrist {

enum class Outcome : std::uint8_t { added, updated, unchanged, skipped };

class OutcomeCounts {
 public:
  void add(Outcome outcome, std::uint64_t number = 1) {
    counts_[static_cast<std::size_t>(outcome)] += number;
  }
  std::uint64_t of(Outcome outcome) const { return counts_[static_cast<std::size_t>(outcome)]; }

 private:
  std::array<std::uint64_t, 4> counts_{};
};

}  // namespace fihrist
