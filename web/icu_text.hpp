// SPDX-License-Identifier: GPL-3.0-or-later
// Text as ICU takes it. Internal to this room.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string_view>

namespace fihrist {

/// What is no UTF-8 becomes U+FFFD.
inline icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace fihrist
