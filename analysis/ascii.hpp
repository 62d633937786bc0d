// SPDX-License-Identifier: GPL-3.0-or-later
// Letters, digits and blanks of ASCII, whatever the locale: names of headers, tags, schemes and encodings are
// made of them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace fihrist {

constexpr bool is_ascii_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) noexcept { return is_ascii_upper(c) || (c >= 'a' && c <= 'z'); }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
/// Space, tab and line ends: the white space of XML and JSON.
constexpr bool is_markup_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
/// Those and the vertical tab and form feed, as in C.
constexpr bool is_ascii_blank(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char to_ascii_lower(char c) noexcept { return is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c; }

/// Other bytes stay, so UTF-8 does.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), to_ascii_lower);
  return lower;
}

}  // namespace fihrist
