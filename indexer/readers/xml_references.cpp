// SPDX-License-Identifier: GPL-3.0-or-later
// Characters instead of references, but for the signs that are markup.
#include "indexer/readers/xml_references.hpp"

#include <optional>

#include "analysis/utf8.hpp"
#include "indexer/html_reference.hpp"

namespace fihrist {
namespace {

struct Reference {
  char32_t character = 0;
  std::size_t length = 0;  ///< with '&' and ';'
};

bool is_high(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

std::string_view name_at(std::string_view text) {
  const std::size_t end = text.substr(0, longest_reference_bytes).find(';');
  return !text.starts_with('&') || end == std::string_view::npos ? std::string_view()
                                                                 : text.substr(1, end - 1);
}

std::optional<Reference> reference_at(std::string_view text) {
  const std::string_view name = name_at(text);
  const bool is_zero =
      name.starts_with('#') && name.size() > 1 && name.find_first_not_of("#xX0") == std::string_view::npos;
  const auto character = is_zero ? std::optional(U'\uFFFD') : html_reference(name);
  if (!character) return std::nullopt;
  return Reference{*character, name.size() + 2};
}

/// Signs of markup stay references; so do blanks, which an attribute would lose.
void append_character(std::string& out, char32_t c) {
  constexpr std::string_view signs = "<>&\"'\t\n\r";
  if (c < 0x80 && signs.find(static_cast<char>(c)) != std::string_view::npos) {
    out += "&#" + std::to_string(static_cast<unsigned>(c)) + ';';
  } else if (c >= 0x20) {
    append_utf8(out, c == 0xFFFE || c == 0xFFFF ? U'\uFFFD' : c);
  }
}

}  // namespace

std::size_t append_reference(std::string& out, std::string_view text) {
  for (const std::string_view own : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
    if (text.starts_with(own)) {
      out += own;
      return own.size();
    }
  const auto reference = reference_at(text);
  if (!reference) {
    out += "&amp;";
    return 1;
  }
  const auto other =
      is_high(reference->character) ? reference_at(text.substr(reference->length)) : std::nullopt;
  if (other && is_low(other->character)) {
    append_utf8(out, 0x10000 + ((reference->character - 0xD800) << 10U) + (other->character - 0xDC00));
    return reference->length + other->length;
  }
  append_character(out, reference->character);
  return reference->length;
}

}  // namespace fihrist
