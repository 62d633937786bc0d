// SPDX-License-Identifier: GPL-3.0-or-later
// Every fold maps one code point to none, one or more, whatever stands around it: so the work is linear,
// a hostile pile of marks costs nothing, and canonically equivalent texts fold to the same bytes.
#include "analysis/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <array>

#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr char32_t dropped = 0;
/// A code point that becomes several, or is rare: asked of ICU each time.
constexpr char16_t ask = 0xFFFF;
constexpr char32_t fold_table_size = 0x800;  // all that UTF-8 writes in one or two bytes

/// Characters that are not seen and part no word (UAX #44, Default_Ignorable_Code_Point), among them the
/// directional controls and ZWJ. The zero-width non-joiner and the zero-width space part words instead.
bool is_invisible(char32_t c) {
  return c != zero_width_non_joiner && c != 0x200B &&
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_blank(char32_t c) {
  return c == zero_width_non_joiner || c == 0x200B || c == 0x85 || c == 0x2028 || c == 0x2029 ||
         u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
}

/// Accents of European scripts, points of Hebrew and marks of Arabic. Signs of Indic and other scripts
/// are vowels of the word and stay.
bool is_accent(char32_t c) {
  return is_between(c, 0x0300, 0x036F) || is_between(c, 0x0483, 0x0489) || is_between(c, 0x0591, 0x05BD) ||
         c == 0x05BF || is_between(c, 0x05C1, 0x05C2) || is_between(c, 0x05C4, 0x05C5) || c == 0x05C7 ||
         is_between(c, 0x1AB0, 0x1AFF) || is_between(c, 0x1DC0, 0x1DFF) || is_between(c, 0x20D0, 0x20FF) ||
         is_between(c, 0xFE20, 0xFE2F) || is_arabic_mark(c);
}

/// Letters of Latin that no decomposition takes apart, and punctuation typed in several ways.
std::u32string_view respelled(char32_t c) {
  switch (c) {
    case U'œ':
      return U"oe";
    case U'æ':
      return U"ae";
    case U'þ':
      return U"th";
    case U'ø':
      return U"o";
    case U'đ':
    case U'ð':
      return U"d";
    case U'ł':
      return U"l";
    case U'ħ':
      return U"h";
    case U'ŧ':
      return U"t";
    case U'ŋ':
      return U"n";
    case U'ı':
      return U"i";
    case 0x066B:  // Arabic decimal separator
      return U".";
    case 0x066C:  // Arabic thousands separator
      return U",";
    case 0x066A:  // Arabic percent sign
      return U"%";
    case 0x2010:
    case 0x2011:  // hyphen, non-breaking hyphen
      return U"-";
    case 0x2019:
    case 0x02BC:  // apostrophes
      return U"'";
    default:
      return {};
  }
}

void append_utf16(std::u32string& out, std::u16string_view units) {
  for (std::size_t at = 0; at < units.size(); ++at) {
    char32_t c = units[at];
    if (U16_IS_LEAD(c) && at + 1 < units.size())
      c = (c << 10U) + units[++at] - ((0xD800U << 10U) + 0xDC00U - 0x10000U);
    out.push_back(c);
  }
}

/// Canonical decomposition; for Arabic presentation forms and full-width letters the compatible one, since
/// text copied from PDF is full of them, while ² or ½ must not become plain digits.
std::u32string decomposed(char32_t c) {
  const bool compatible =
      is_between(c, 0xFB50, 0xFDFF) || is_between(c, 0xFE70, 0xFEFE) || is_between(c, 0xFF00, 0xFFEF);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* form = compatible ? unorm2_getNFKDInstance(&status) : unorm2_getNFDInstance(&status);
  std::array<UChar, 32> units{};
  const std::int32_t count = U_SUCCESS(status) ? unorm2_getDecomposition(form, static_cast<UChar32>(c),
                                                                         units.data(), units.size(), &status)
                                               : -1;
  std::u32string out;
  if (count < 0 || U_FAILURE(status)) return std::u32string(1, c);
  append_utf16(out, {units.data(), static_cast<std::size_t>(count)});
  // Isolated marks are "space + mark" there (U+FE76): the blank would cut the word they stand in.
  if (compatible && out.size() > 1 && out.front() == U' ') out.erase(0, 1);
  return out;
}

std::u32string case_folded(char32_t c) {
  const bool pair = c > 0xFFFF;
  const std::array<UChar, 2> source{static_cast<UChar>(pair ? U16_LEAD(c) : c),
                                    static_cast<UChar>(pair ? U16_TRAIL(c) : 0)};
  std::array<UChar, 16> units{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t count =
      u_strFoldCase(units.data(), units.size(), source.data(), pair ? 2 : 1, U_FOLD_CASE_DEFAULT, &status);
  std::u32string out;
  if (U_FAILURE(status)) return std::u32string(1, c);
  append_utf16(out, {units.data(), static_cast<std::size_t>(count)});
  return out;
}

/// The folds of a single, wholly decomposed code point; `dropped` when nothing is left of it.
char32_t fold_simple(char32_t c) {
  if (c == tatweel || is_accent(c) || is_invisible(c)) return dropped;
  if (is_blank(c)) return U' ';
  if (const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0)
    return U'0' + static_cast<char32_t>(digit);
  return folded_arabic_letter(c);
}

/// All that becomes of one code point of the text: the rules of docs/arabic.md in their order.
void fold_code_point(char32_t c, std::u32string& out) {
  for (const char32_t part : decomposed(c)) {
    const char32_t simple = fold_simple(part);
    if (simple == dropped) continue;
    for (const char32_t lower : case_folded(simple)) {
      for (const char32_t last : decomposed(lower)) {
        const std::u32string_view spelling = respelled(last);
        if (!spelling.empty())
          out += spelling;
        else if (const char32_t kept = fold_simple(last); kept != dropped)
          out.push_back(kept);
      }
    }
  }
}

/// The folds of the small code points, worked out once: nearly all of an Arabic text is here.
std::array<char16_t, fold_table_size> make_table() {
  std::array<char16_t, fold_table_size> table{};
  std::u32string folded;
  for (char32_t c = 1; c < fold_table_size; ++c) {
    folded.clear();
    fold_code_point(c, folded);
    if (folded.empty())
      table[c] = dropped;
    else if (folded.size() == 1 && folded[0] < (c < 0x80 ? 0x80U : fold_table_size))
      table[c] = static_cast<char16_t>(folded[0]);
    else
      table[c] = ask;
  }
  table[0] = ask;  // U+0000 is kept, and 0 in the table means dropped
  return table;
}

/// Calls put(code_point, origin, at, fits) for every folded code point: `at` is where reading goes on, and
/// `fits` says that it takes no more bytes than what it was made of.
template <typename Put>
void fold_each(std::string_view text, Put put) {
  static const std::array<char16_t, fold_table_size> table = make_table();
  std::u32string folded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t origin = at;
    const char32_t c = next_code_point(text, at);
    const char16_t known = c < fold_table_size ? table[c] : ask;
    if (known == dropped) continue;
    if (known != ask) {
      put(char32_t{known}, origin, at, true);
      continue;
    }
    if (c == 0) {
      put(c, origin, at, true);
      continue;
    }
    folded.clear();
    fold_code_point(c, folded);
    for (const char32_t part : folded) put(part, origin, at, false);
  }
}

}  // namespace

namespace {

/// Writes folded bytes and their origins into buffers of the right size: nearly always that of the text.
class FoldWriter {
 public:
  explicit FoldWriter(std::size_t size) { reserve(size); }

  void put(char32_t c, std::size_t origin, std::size_t still_to_come) {
    if (c < 0x80) return put_byte(c, origin);
    if (c < 0x800) {
      put_byte(0xC0U | (c >> 6U), origin);
      return put_byte(0x80U | (c & 0x3FU), origin);
    }
    put_long(c, origin, still_to_come);
  }

  /// For what takes more room than it took in the text.
  void put_long(char32_t c, std::size_t origin, std::size_t still_to_come) {
    std::string bytes;
    append_utf8(bytes, c);
    if (const std::size_t need = size_ + bytes.size() + still_to_come; need > out_.text.size())
      reserve(need + need / 4);
    for (const char byte : bytes) put_byte(static_cast<unsigned char>(byte), origin);
  }

  FoldedText finish(std::size_t text_size) && {
    out_.text.resize(size_);
    out_.origin.resize(size_ + 1);
    out_.origin[size_] = static_cast<std::uint32_t>(text_size);
    return std::move(out_);
  }

 private:
  void reserve(std::size_t size) {
    out_.text.resize(size);
    out_.origin.resize(size + 1);
  }
  void put_byte(char32_t byte, std::size_t origin) {
    out_.text[size_] = static_cast<char>(byte);
    out_.origin[size_++] = static_cast<std::uint32_t>(origin);
  }

  FoldedText out_;
  std::size_t size_ = 0;
};

}  // namespace

FoldedText fold(std::string_view text) {
  FoldWriter writer(text.size());
  fold_each(text, [&](char32_t c, std::size_t origin, std::size_t at, bool fits) {
    if (fits)
      writer.put(c, origin, text.size() - at);
    else
      writer.put_long(c, origin, text.size() - at);
  });
  return std::move(writer).finish(text.size());
}

std::string fold_key(std::string_view text) {
  std::string out;
  bool gap = false;
  fold_each(text, [&](char32_t c, std::size_t, std::size_t, bool) {
    if (c == U' ' || (c >= 0x09 && c <= 0x0D)) {
      gap = true;
      return;
    }
    if (gap && !out.empty()) out.push_back(' ');
    gap = false;
    append_utf8(out, c);
  });
  return out;
}

}  // namespace fihrist
