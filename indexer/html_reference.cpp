// SPDX-License-Identifier: GPL-3.0-or-later
// Names by libxml2's table of HTML 4, numbers by the rules of HTML.
#include "indexer/html_reference.hpp"

#include <libxml/HTMLparser.h>

#include <charconv>
#include <cstdint>
#include <string>

namespace fihrist {
namespace {

constexpr char32_t windows_1252[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
constexpr std::size_t longest_name = 10;  // "thetasym" has eight letters

std::optional<char32_t> number_of(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [behind, error] = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
  if (error == std::errc::invalid_argument || behind != end || digits.empty()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return U'\uFFFD';
  if (value == 0) return std::nullopt;
  return html_character(static_cast<char32_t>(value));
}

}  // namespace

char32_t html_character(char32_t number) noexcept {
  return number >= 0x80 && number <= 0x9F ? windows_1252[number - 0x80] : number;
}

std::optional<char32_t> html_reference(std::string_view name) {
  if (name.starts_with('#')) return number_of(name.substr(1));
  if (name.empty() || name.size() > longest_name || name.find('\0') != std::string_view::npos)
    return std::nullopt;
  const htmlEntityDesc* const entity =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  return entity == nullptr ? std::nullopt : std::optional(static_cast<char32_t>(entity->value));
}

}  // namespace fihrist
