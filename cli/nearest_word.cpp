// SPDX-License-Identifier: GPL-3.0-or-later
// Optimal string alignment distance over short ASCII words.
#include "cli/nearest_word.hpp"

#include <algorithm>
#include <vector>

namespace fihrist {
namespace {

std::size_t typing_errors(std::string_view typed, std::string_view meant) {
  const std::size_t width = meant.size() + 1;
  std::vector<std::size_t> cells((typed.size() + 1) * width);
  const auto cell = [&](std::size_t row, std::size_t column) -> std::size_t& {
    return cells[row * width + column];
  };
  for (std::size_t i = 0; i <= typed.size(); ++i) cell(i, 0) = i;
  for (std::size_t j = 0; j <= meant.size(); ++j) cell(0, j) = j;
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    for (std::size_t j = 1; j <= meant.size(); ++j) {
      const std::size_t differs = typed[i - 1] == meant[j - 1] ? 0 : 1;
      std::size_t best = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + differs});
      const bool swapped = i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1];
      if (swapped) best = std::min(best, cell(i - 2, j - 2) + 1);
      cell(i, j) = best;
    }
  }
  return cell(typed.size(), meant.size());
}

}  // namespace

std::optional<std::string> nearest_word(std::string_view typed, std::span<const std::string> candidates) {
  constexpr std::size_t longest_typed = 64;  // the table is quadratic, and no verb is that long
  if (typed.size() > longest_typed) return std::nullopt;
  std::optional<std::string> nearest;
  std::size_t fewest = longest_typed;
  for (const std::string& candidate : candidates) {
    const std::size_t errors = typing_errors(typed, candidate);
    if (errors >= fewest || errors * 3 > std::max<std::size_t>(candidate.size(), 3)) continue;
    fewest = errors;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace fihrist
