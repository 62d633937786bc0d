// SPDX-License-Identifier: GPL-3.0-or-later
// What a character reference of HTML means.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace fihrist {

/// The character behind what stands between '&' and ';': a name of HTML 4 ("hellip", "nbsp"), or a number
/// ("#1586", "#x632"). Nothing for other names, for no number, and for zero. May be a surrogate or beyond
/// Unicode, as written.
std::optional<char32_t> html_reference(std::string_view name);

/// What browsers make of a number: 128 to 159 are windows-1252. Reference: HTML Standard, "Numeric character
/// reference end state".
char32_t html_character(char32_t number) noexcept;

}  // namespace fihrist
