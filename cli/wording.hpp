// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and sizes as English sentences show them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fihrist {

/// 12611 -> "12,611".
std::string grouped(std::uint64_t number);
/// 1 -> "1 article", 12611 -> "12,611 articles". Nouns whose plural ends in -s only.
std::string counted(std::uint64_t number, std::string_view noun);
/// "812 B", "4.2 KB", "1.3 GB" (powers of 1000).
std::string size_of_bytes(std::uint64_t bytes);
/// "0.4 s", "12 s", "3 min 5 s".
std::string duration(double seconds);
/// Lists for people: "a, b, c".
std::string joined(const auto& items, std::string_view separator = ", ") {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += separator;
    text += item;
  }
  return text;
}

}  // namespace fihrist
