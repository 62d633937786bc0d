// SPDX-License-Identifier: GPL-3.0-or-later
// Detection of encodings in the order in which each test is most certain.
#include "indexer/text_encoding.hpp"

#include <algorithm>
#include <array>

#include "analysis/ascii.hpp"
#include "analysis/utf8.hpp"
#include "indexer/double_encoding.hpp"
#include "indexer/icu_converter.hpp"
#include "indexer/letter_model.hpp"

namespace fihrist {
namespace {

constexpr std::size_t judged_bytes = std::size_t{16} * 1024;

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};
constexpr std::array byte_order_marks{ByteOrderMark{"\xEF\xBB\xBF", "UTF-8"},
                                      ByteOrderMark{"\xFF\xFE", "UTF-16LE"},
                                      ByteOrderMark{"\xFE\xFF", "UTF-16BE"}};

const ByteOrderMark* mark_of(std::string_view bytes) {
  const auto* found = std::find_if(byte_order_marks.begin(), byte_order_marks.end(),
                                   [&](const ByteOrderMark& mark) { return bytes.starts_with(mark.bytes); });
  return found == byte_order_marks.end() ? nullptr : found;
}

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// In UTF-16 Arabic letters have the high byte 06, ASCII has 00; other encodings have neither.
const char* utf16_by_parity(std::string_view bytes) {
  std::array<std::size_t, 2> high_bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    high_bytes[i % 2] += bytes[i] == 0 || bytes[i] == 6 ? 1U : 0U;
  const auto [even, odd] = high_bytes;
  const auto most = [&](std::size_t count) { return count * 10 > bytes.size() * 3; };
  const auto few = [&](std::size_t count) { return count * 10 < bytes.size(); };
  if (most(odd) && few(even)) return "UTF-16LE";
  return most(even) && few(odd) ? "UTF-16BE" : nullptr;
}

/// Well-formed sequences of two bytes and more, against ill-formed ones. A sequence that is cut at the very
/// end is no fault.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const bool beyond_ascii = is_high(bytes[at]);
    const char32_t code_point = next_code_point(bytes, at);
    if (!beyond_ascii || (at == bytes.size() && code_point == 0xFFFD)) continue;
    ++(code_point == 0xFFFD ? bad : good);
  }
  return bad * 4 <= good;
}

/// In Latin text with accents, high bytes stand beside ASCII letters; in Arabic beside their like.
bool is_accented_latin(std::string_view bytes) {
  std::size_t beside_latin = 0;
  std::size_t high = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    ++high;
    const bool before = i > 0 && is_ascii_letter(bytes[i - 1]);
    const bool behind = i + 1 < bytes.size() && is_ascii_letter(bytes[i + 1]);
    beside_latin += before || behind ? 1 : 0;
  }
  return beside_latin * 2 > high;
}

const char* likeliest_arabic(std::string_view bytes) {
  const char* best = "windows-1256";
  if (is_accented_latin(bytes)) return best;
  double best_likelihood = arabic_likelihood(to_utf16(best, bytes));
  for (const char* encoding : {"ISO-8859-6", "IBM-720"}) {
    const double likelihood = arabic_likelihood(to_utf16(encoding, bytes));
    if (likelihood <= best_likelihood) continue;
    best = encoding;
    best_likelihood = likelihood;
  }
  return best;
}

std::size_t count_replacements(std::u16string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), u'\uFFFD'));
}

}  // namespace

std::string detect_encoding(std::string_view bytes) {
  if (const ByteOrderMark* mark = mark_of(bytes)) return mark->encoding;
  if (const char* utf16 = utf16_by_parity(bytes.substr(0, judged_bytes))) return utf16;
  if (is_mostly_utf8(bytes)) return "UTF-8";
  // A long beginning in ASCII tells nothing.
  const auto telling =
      static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
  return likeliest_arabic(bytes.substr(telling, judged_bytes));
}

DecodedText decode_text(std::string_view bytes) {
  DecodedText decoded{.encoding = detect_encoding(bytes)};
  if (const ByteOrderMark* mark = mark_of(bytes)) bytes.remove_prefix(mark->bytes.size());
  if (decoded.encoding == "UTF-8") {
    const bool valid = is_valid_utf8(bytes);
    decoded.text = valid ? undo_double_encoding(std::string(bytes), decoded.repaired) : std::string(bytes);
  } else {
    const std::u16string units = to_utf16(decoded.encoding.c_str(), bytes);
    decoded.replaced = count_replacements(units);
    decoded.text = utf16_to_utf8(units);
  }
  decoded.text = clean_utf8(decoded.text, &decoded.replaced);
  return decoded;
}

std::string decode_file_name(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  return utf16_to_utf8(to_utf16(is_accented_latin(bytes) ? "IBM437" : likeliest_arabic(bytes), bytes));
}

}  // namespace fihrist
