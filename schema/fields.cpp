// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of fields, kept within what Xapian can hold.
#include "schema/fields.hpp"

#include <algorithm>

#include "analysis/utf8.hpp"
#include "schema/article.hpp"

namespace fihrist {
namespace {

/// Glass refuses longer terms, and writes each NUL as two bytes (Xapian, glass_defs.h,
/// GLASS_BTREE_MAX_KEY_LEN).
constexpr std::size_t max_term_bytes = 245;

std::size_t stored_bytes(std::string_view text) {
  return text.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
}

bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The longest beginning that takes at most `limit` stored bytes and ends between code points.
std::string_view cut(std::string_view text, std::size_t limit) {
  std::size_t end = 0;
  for (std::size_t bytes = 0; end < text.size(); ++end) {
    bytes += text[end] == '\0' ? 2U : 1U;
    if (bytes > limit) break;
  }
  while (end > 0 && end < text.size() && continues_code_point(text[end])) --end;
  return text.substr(0, end);
}

/// The 64 letters that a single byte stands for, one that never begins a letter of UTF-8.
constexpr char32_t first_packed = 0x0620;
constexpr char32_t packed_letters = 64;
constexpr char32_t first_byte = 0x80;

std::string packed_stem(std::string_view stem) {
  std::string packed;
  for (std::size_t at = 0; at < stem.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_code_point(stem, at);
    if (letter >= first_packed && letter < first_packed + packed_letters)
      packed.push_back(static_cast<char>(first_byte + (letter - first_packed)));
    else
      packed.append(stem, begin, at - begin);
  }
  return packed;
}

}  // namespace

std::string term_of(Field field, std::string_view value) {
  std::string term(row_of(field).prefix);
  if (field == Field::text || field == Field::title)
    if (const std::string packed = packed_stem(value); term.size() + stored_bytes(packed) <= max_term_bytes)
      return term.append(packed);
  if (term.size() + stored_bytes(value) <= max_term_bytes) return term.append(value);
  const std::string hash = short_hash(value);
  const std::string_view kept = cut(value, max_term_bytes - term.size() - hash.size());
  return term.append(kept).append(hash);
}

}  // namespace fihrist
