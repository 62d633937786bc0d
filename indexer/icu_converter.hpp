// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that asks ICU for encodings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fihrist {

/// Bytes of an encoding as UTF-16; what it does not have becomes U+FFFD. The name must be one that ICU
/// knows; at most 512 MiB.
std::u16string to_utf16(const char* encoding, std::string_view bytes);

/// UTF-16 in an encoding; nothing when the encoding lacks a character of the text.
std::optional<std::string> from_utf16(const char* encoding, std::u16string_view text);

std::u16string utf8_to_utf16(std::string_view text);
std::string utf16_to_utf8(std::u16string_view text);

}  // namespace fihrist
