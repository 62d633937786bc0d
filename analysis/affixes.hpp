// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting words at their affixes and putting them together again. Internal to this room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/utf8.hpp"

namespace fihrist {

inline constexpr std::string_view definite_article = "ال";

inline std::size_t letters(std::string_view word) noexcept { return count_code_points(word); }

/// `word` must end with `ending`.
inline std::string_view without(std::string_view word, std::string_view ending) noexcept {
  return word.substr(0, word.size() - ending.size());
}

inline std::string with(std::string_view word, std::string_view ending) {
  return std::string(word).append(ending);
}

}  // namespace fihrist
