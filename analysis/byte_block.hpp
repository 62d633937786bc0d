// SPDX-License-Identifier: GPL-3.0-or-later
// Sixteen bytes of a text looked at at once, for those who search long texts for what is rare in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace fihrist {

/// A vector of GCC's and Clang's extension: operators work on each byte by itself, comparisons give a mask.
using ByteBlock [[gnu::vector_size(16)]] = unsigned char;

inline constexpr std::size_t byte_block_size = sizeof(ByteBlock);
/// So far back a block may be looked at from: sequences of UTF-8 that matter here are three bytes at most.
inline constexpr std::size_t byte_block_lookback = 2;

inline ByteBlock byte_block_at(const char* bytes) noexcept {
  ByteBlock block;
  std::memcpy(&block, bytes, byte_block_size);
  return block;
}

/// True when a mask holds for one byte at least.
template <typename Mask>
bool any_byte(const Mask& mask) noexcept {
  static_assert(sizeof(Mask) == byte_block_size);
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof(halves));
  return (halves[0] | halves[1]) != 0;
}

/// How many bytes lie in the blocks of a text before the first in which `holds_any(bytes)`, which gives a
/// mask, finds something; behind them is that block, or less than one. It may look at `byte_block_lookback`
/// bytes before `bytes`, too: in front of the text are zeros.
template <typename HoldsAny>
std::size_t bytes_in_blocks_without(std::string_view text, HoldsAny holds_any) noexcept {
  if (text.size() < byte_block_size) return 0;
  char first[byte_block_lookback + byte_block_size] = {};
  std::memcpy(first + byte_block_lookback, text.data(), byte_block_size);
  if (any_byte(holds_any(first + byte_block_lookback))) return 0;
  std::size_t at = byte_block_size;
  while (at + byte_block_size <= text.size() && !any_byte(holds_any(text.data() + at))) at += byte_block_size;
  return at;
}

}  // namespace fihrist
