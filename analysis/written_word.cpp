// SPDX-License-Identifier: GPL-3.0-or-later
// Letters kept, ornament dropped.
#include "analysis/written_word.hpp"

#include <unicode/uchar.h>

#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {

std::string written_word(std::string_view text) {
  std::string word;
  word.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool dropped =
        c == tatweel || is_arabic_mark(c) || u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR;
    if (!dropped) append_utf8(word, c);
  }
  return word;
}

}  // namespace fihrist
