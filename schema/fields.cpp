// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of fields, kept within what Xapian can hold.
#include "schema/fields.hpp"

#include <algorithm>

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

/// Behind the prefix of `term`, the 64 letters U+0620 to U+065F as single bytes from 0x80 on, which begin no
/// letter of UTF-8. There these letters are 0xD8 0xA0 to 0xBF and 0xD9 0x80 to 0x9F.
void append_packed(std::string& term, std::string_view stem) {
  const std::size_t prefix = term.size();
  term.resize(prefix + stem.size());
  char* out = term.data() + prefix;
  for (std::size_t at = 0; at < stem.size(); ++at) {
    const auto lead = static_cast<unsigned char>(stem[at]);
    const auto next = at + 1 < stem.size() ? static_cast<unsigned char>(stem[at + 1]) : 0U;
    if (lead == 0xD8 && next >= 0xA0 && next <= 0xBF) {
      *out++ = static_cast<char>(next - 0x20);
      ++at;
    } else if (lead == 0xD9 && next >= 0x80 && next <= 0x9F) {
      *out++ = static_cast<char>(next + 0x20);
      ++at;
    } else {
      *out++ = stem[at];
    }
  }
  term.resize(static_cast<std::size_t>(out - term.data()));
}

}  // namespace

std::string term_of(Field field, std::string_view value) {
  std::string term(row_of(field).prefix);
  if (field == Field::text || field == Field::title) {
    const std::size_t prefix = term.size();
    append_packed(term, value);
    if (stored_bytes(term) <= max_term_bytes) return term;
    term.resize(prefix);
  }
  if (term.size() + stored_bytes(value) <= max_term_bytes) return term.append(value);
  const std::string hash = short_hash(value);
  const std::string_view kept = cut(value, max_term_bytes - term.size() - hash.size());
  return term.append(kept).append(hash);
}

}  // namespace fihrist
