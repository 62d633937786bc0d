// SPDX-License-Identifier: GPL-3.0-or-later
// Classes by table for what UTF-8 writes in two bytes, by ICU's properties for the rest.
#include "analysis/char_class.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

bool has_no_blanks(UChar32 c) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

CharClass classify(char32_t code_point) noexcept {
  const auto c = static_cast<UChar32>(code_point);
  if (code_point <= 0x20 || code_point == 0x7F) return CharClass::blank;
  if (code_point >= U'0' && code_point <= U'9') return CharClass::digit;
  if (is_arabic_letter(code_point)) return CharClass::arabic;
  if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return CharClass::other;
  return has_no_blanks(c) ? CharClass::unblank : CharClass::letter;
}

constexpr std::size_t class_table_size = 0x800;

const std::array<CharClass, class_table_size>& class_table() noexcept {
  static const auto table = [] {
    std::array<CharClass, class_table_size> classes{};
    for (char32_t c = 0; c < class_table_size; ++c) classes[c] = classify(c);
    return classes;
  }();
  return table;
}

}  // namespace

CharClass char_class(char32_t c) noexcept { return c < class_table_size ? class_table()[c] : classify(c); }

CharClass class_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? char_class(next_code_point(text, at)) : CharClass::other;
}

std::size_t end_of_run(std::string_view text, std::size_t at, CharClass wanted) noexcept {
  const auto& table = class_table();
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if ((c < class_table_size ? table[c] : classify(c)) != wanted) break;
    at = next;
  }
  return at;
}

}  // namespace fihrist
