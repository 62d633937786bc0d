// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers in as few bytes as they need: what every packed form of the index is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fihrist {

/// Appends a number as unsigned LEB128: seven bits a byte, lowest first, the top bit says that more follow.
inline void append_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out.push_back(static_cast<char>((number & 0x7F) | 0x80));
  out.push_back(static_cast<char>(number));
}

/// Takes a number off the front of `bytes`. Nothing, and `bytes` emptied, when it is cut short or does not
/// fit in 64 bits.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t number = 0;
  unsigned shift = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i, shift += 7) {
    const auto byte = static_cast<std::uint8_t>(bytes[i]);
    if (shift == 63 && byte > 1) break;
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) {
      bytes.remove_prefix(i + 1);
      return number;
    }
  }
  bytes = {};
  return std::nullopt;
}

/// Appends the length of a text, then the text.
inline void append_text(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out.append(text);
}

/// Takes such a text off the front; a view into `bytes`. Nothing, and `bytes` emptied, when it is cut short.
inline std::optional<std::string_view> take_text(std::string_view& bytes) {
  const auto size = take_varint(bytes);
  if (!size || *size > bytes.size()) {
    bytes = {};
    return std::nullopt;
  }
  const std::string_view text = bytes.substr(0, static_cast<std::size_t>(*size));
  bytes.remove_prefix(text.size());
  return text;
}

}  // namespace fihrist
