// SPDX-License-Identifier: GPL-3.0-or-later
// Which folded Arabic letters a Latin letter of Arabizi may stand for. Internal to this room.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace fihrist {

enum class ArabiziPlace : std::uint8_t { anywhere, first, inner, last };

/// `latin` at this place may be `arabic`, which may be nothing (short vowels). `cost` 0 is the usual reading.
struct ArabiziSound {
  std::string_view latin;
  std::string_view arabic;
  int cost = 0;
  ArabiziPlace place = ArabiziPlace::anywhere;
};

std::span<const ArabiziSound> arabizi_sounds() noexcept;

/// What is written before a word, without a blank: `latin` at the beginning, after which the word begins.
std::span<const ArabiziSound> arabizi_prefixes() noexcept;

bool is_arabizi_vowel(char c) noexcept;

}  // namespace fihrist
