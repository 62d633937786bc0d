// SPDX-License-Identifier: GPL-3.0-or-later
// The optional white space of HTTP (RFC 9110, section 5.6.3).
#pragma once

#include <algorithm>
#include <string_view>

namespace fihrist {

/// Without the spaces and tabs at its ends.
inline std::string_view without_optional_space(std::string_view text) noexcept {
  constexpr std::string_view blanks = " \t";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

}  // namespace fihrist
