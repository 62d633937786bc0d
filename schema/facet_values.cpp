// SPDX-License-Identifier: GPL-3.0-or-later
// Facets as lengths and texts, one after the other.
#include "schema/facet_values.hpp"

#include "schema/varint.hpp"

namespace fihrist {
namespace {

void append_list(std::string& out, const std::vector<std::string>& texts) {
  append_varint(out, texts.size());
  for (const std::string& text : texts) append_text(out, text);
}

std::vector<std::string> take_list(std::string_view& bytes) {
  std::vector<std::string> texts;
  for (std::uint64_t left = take_varint(bytes).value_or(0); left > 0; --left) {
    const auto text = take_text(bytes);
    if (!text) break;
    texts.emplace_back(*text);
  }
  return texts;
}

}  // namespace

std::string pack(const FacetValues& values) {
  std::string packed;
  append_varint(packed, static_cast<std::uint16_t>(values.year));
  append_varint(packed, values.month);
  append_text(packed, values.source);
  append_list(packed, values.authors);
  append_list(packed, values.tags);
  return packed;
}

FacetValues unpack_facets(std::string_view packed) {
  FacetValues values;
  values.year = static_cast<std::int16_t>(take_varint(packed).value_or(0));
  const std::uint64_t month = take_varint(packed).value_or(0);
  values.month = month <= 12 ? static_cast<std::uint8_t>(month) : std::uint8_t{0};
  values.source = take_text(packed).value_or("");
  values.authors = take_list(packed);
  values.tags = take_list(packed);
  return values;
}

}  // namespace fihrist
