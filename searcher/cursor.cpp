// SPDX-License-Identifier: GPL-3.0-or-later
// Cursors as base64url.
#include "searcher/cursor.hpp"

#include <cstdint>

#include "schema/sort_key.hpp"

namespace fihrist {
namespace {

constexpr char version = 1;
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string base64url(std::string_view bytes) {
  std::string text;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char byte : bytes) {
    bits = (bits << 8U) | static_cast<std::uint8_t>(byte);
    for (held += 8; held >= 6; held -= 6) text.push_back(alphabet[(bits >> (held - 6)) & 0x3FU]);
  }
  if (held > 0) text.push_back(alphabet[(bits << (6 - held)) & 0x3FU]);
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char c : text) {
    const std::size_t digit = alphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push_back(static_cast<char>((bits >> held) & 0xFFU));
  }
  // One article has one cursor: stray bits or a stray digit would make two texts of it.
  const bool whole = held < 6 && (bits & ((1U << held) - 1)) == 0;
  return whole ? std::optional(bytes) : std::nullopt;
}

}  // namespace

Cursor cursor_at(Sort sort, const Date& period) {
  const std::int64_t border = sort == Sort::oldest ? civil_seconds(period) : civil_seconds_end(period) + 1;
  // Behind the bare time, and before every article of that instant: an id is never empty, nor a NUL alone.
  return {.sort = sort, .key = sort_key_floor(border) + '\0'};
}

Cursor end_cursor(Sort sort) {
  // Undated articles come last in both directions, by id: eight zero bytes, then an id that no UTF-8 is.
  return {.sort = sort, .key = std::string(sort_key_time_bytes, '\0') + '\xFF'};
}

std::string to_text(const Cursor& cursor) {
  std::string bytes(1, version);
  bytes.push_back(cursor.sort == Sort::oldest ? 'o' : 'n');
  return base64url(bytes.append(cursor.key));
}

std::optional<Cursor> parse_cursor(std::string_view text) {
  const auto bytes = from_base64url(text);
  if (!bytes || bytes->size() <= 2 + sort_key_time_bytes || (*bytes)[0] != version) return std::nullopt;
  if ((*bytes)[1] != 'n' && (*bytes)[1] != 'o') return std::nullopt;
  return Cursor{.sort = (*bytes)[1] == 'o' ? Sort::oldest : Sort::newest, .key = bytes->substr(2)};
}

}  // namespace fihrist
