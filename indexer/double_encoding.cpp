// SPDX-License-Identifier: GPL-3.0-or-later
// A line counts as encoded twice only if it decodes without a fault, which no sentence does by chance.
#include "indexer/double_encoding.hpp"

#include <algorithm>

#include "analysis/utf8.hpp"
#include "indexer/icu_converter.hpp"

namespace fihrist {
namespace {

/// Arabic letters in UTF-8 begin with D8 or D9: these are what the two encodings make of the two bytes.
struct Mojibake {
  const char* encoding;
  char16_t of_d8;
  char16_t of_d9;
};
constexpr Mojibake mojibakes[] = {{"windows-1252", u'\u00D8', u'\u00D9'},
                                  {"windows-1256", u'\u0637', u'\u0638'}};

/// In text encoded twice nearly every other character beyond ASCII is one of the two.
bool is_suspect(std::u16string_view line, const Mojibake& mojibake) {
  std::size_t beyond_ascii = 0;
  std::size_t leads = 0;
  for (const char16_t c : line) {
    beyond_ascii += c >= 0x80 ? 1 : 0;
    leads += c == mojibake.of_d8 || c == mojibake.of_d9 ? 1 : 0;
  }
  return leads >= 2 && leads * 3 >= beyond_ascii;
}

std::string repaired_line(std::string_view line, bool& repaired) {
  const std::u16string units = utf8_to_utf16(line);
  for (const Mojibake& mojibake : mojibakes) {
    if (!is_suspect(units, mojibake)) continue;
    auto bytes = from_utf16(mojibake.encoding, units);
    if (!bytes || !is_valid_utf8(*bytes)) continue;
    repaired = true;
    return *std::move(bytes);
  }
  return std::string(line);
}

bool may_be_encoded_twice(std::string_view text) {
  constexpr std::string_view leads[] = {"\u00D8", "\u00D9", "\u0637", "\u0638"};
  return std::any_of(std::begin(leads), std::end(leads), [&](std::string_view lead) {
    const std::size_t at = text.find(lead);
    return at != std::string_view::npos && text.find(lead, at + lead.size()) != std::string_view::npos;
  });
}

}  // namespace

std::string undo_double_encoding(std::string text, bool& repaired) {
  if (!may_be_encoded_twice(text)) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    out += may_be_encoded_twice(line) ? repaired_line(line, repaired) : std::string(line);
    begin = end;
  }
  return out;
}

}  // namespace fihrist
