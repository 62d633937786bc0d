// SPDX-License-Identifier: GPL-3.0-or-later
// What the copies of an article are known by: its id, its address, its text, and its passages.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fihrist {

/// Hashes by which articles are compared without being read. Not for adversaries: those who want two texts
/// to look alike can have it so.
struct Likeness {
  static constexpr std::size_t bands = 12;

  std::uint64_t id = 0;       ///< of the id
  std::uint64_t address = 0;  ///< of the normalised URL; 0 without one
  std::uint64_t text = 0;     ///< of the folded words of the text, of a short one with the title; 0 without
  /// Each of two of the smallest hashes of passages of four words (MinHash, Broder 1997): texts that share
  /// most of their passages share one of these nearly always, others hardly ever: what shares one by accident
  /// is told apart by its text, and a million articles have some thousands of such pairs. All 0 for short
  /// texts.
  std::array<std::uint32_t, bands> passages{};
  std::uint8_t rank = 0;  ///< of the format it was read from: 0 an export, the best, to 4 the text of a page

  bool has_passages() const noexcept { return passages != std::array<std::uint32_t, bands>{}; }
  friend bool operator==(const Likeness&, const Likeness&) = default;
};

/// Value slot `likeness`: 73 bytes, lowest byte first.
std::string pack(const Likeness& likeness);
/// The inverse; nothing for other bytes.
std::optional<Likeness> unpack_likeness(std::string_view packed);

/// Value slot `cluster`, and back; 0 is the empty value.
std::string pack_cluster(std::uint64_t cluster);
std::uint64_t unpack_cluster(std::string_view packed);

}  // namespace fihrist
