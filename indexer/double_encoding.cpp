// SPDX-License-Identifier: GPL-3.0-or-later
// A line counts as encoded twice only if it decodes without a fault, which no sentence does by chance.
#include "indexer/double_encoding.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "analysis/byte_block.hpp"
#include "analysis/utf8.hpp"
#include "indexer/icu_converter.hpp"

namespace fihrist {
namespace {

/// Arabic letters in UTF-8 begin with D8 or D9: these are what the two encodings make of the two bytes, in
/// UTF-8 themselves, where both have the same first byte.
struct Mojibake {
  const char* encoding;
  unsigned char first;
  unsigned char second_of_d8;
  unsigned char second_of_d9;
};
constexpr Mojibake mojibakes[] = {{"windows-1252", 0xC3, 0x98, 0x99},   // U+00D8, U+00D9
                                  {"windows-1256", 0xD8, 0xB7, 0xB8}};  // U+0637, U+0638

constexpr std::size_t mojibake_kinds = std::size(mojibakes);

/// How many characters of a line lie beyond ASCII, and how many of these are the signs of each kind.
struct LeadCount {
  std::size_t beyond_ascii = 0;
  std::size_t leads[mojibake_kinds] = {};

  /// In text encoded twice nearly every other character beyond ASCII is one of the two.
  bool is_suspect(std::size_t kind) const noexcept {
    return leads[kind] >= 2 && leads[kind] * 3 >= beyond_ascii;
  }
};

/// One pass over the bytes: every line of every article is asked.
LeadCount count_leads(std::string_view line) noexcept {
  LeadCount count;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const auto first = static_cast<unsigned char>(line[i]);
    if (first < 0xC0) continue;
    const auto second = static_cast<unsigned char>(line[++i]);
    ++count.beyond_ascii;
    for (std::size_t kind = 0; kind < mojibake_kinds; ++kind) {
      const Mojibake& of = mojibakes[kind];
      const bool is_lead = second == of.second_of_d8 || second == of.second_of_d9;
      count.leads[kind] += first == of.first && is_lead ? 1 : 0;
    }
  }
  return count;
}

/// Which of sixteen bytes end a sign of either kind.
ByteBlock leads(const char* bytes) noexcept {
  const ByteBlock first = byte_block_at(bytes - 1);
  const ByteBlock second = byte_block_at(bytes);
  ByteBlock found{};
  for (const Mojibake& kind : mojibakes)
    found |= reinterpret_cast<ByteBlock>((first == kind.first) &
                                         ((second == kind.second_of_d8) | (second == kind.second_of_d9)));
  return found;
}

/// The first sign of either kind from `at` on.
std::size_t find_lead(std::string_view text, std::size_t at) noexcept {
  at += bytes_in_blocks_without(text.substr(at), leads);
  for (at -= at > 0 ? 1 : 0; at + 1 < text.size(); ++at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const auto second = static_cast<unsigned char>(text[at + 1]);
    for (const Mojibake& kind : mojibakes)
      if (first == kind.first && (second == kind.second_of_d8 || second == kind.second_of_d9)) return at;
  }
  return text.size();
}

/// True when this character, as a byte of either encoding, begins a sequence of UTF-8 or stands for itself:
/// ASCII and the letters that every Arabic word is made of. It cannot follow the sign of a first byte.
bool begins_sequence(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return true;
  const char32_t c = next_code_point(text, at);
  return c < 0x80 || (c >= 0x621 && c <= 0x63A) || (c >= 0x641 && c <= 0x64A);
}

std::optional<std::string> repaired_line(std::string_view line) {
  const LeadCount count = count_leads(line);
  for (std::size_t kind = 0; kind < mojibake_kinds; ++kind) {
    if (!count.is_suspect(kind)) continue;
    auto bytes = from_utf16(mojibakes[kind].encoding, utf8_to_utf16(line));
    if (bytes && is_valid_utf8(*bytes)) return bytes;
  }
  return std::nullopt;
}

}  // namespace

std::string undo_double_encoding(std::string text, bool& repaired) {
  const std::string_view view = text;
  std::string out;
  std::size_t kept = 0;  // from here on nothing was repaired
  // Most lines are done with at their first ط, behind which no byte of UTF-8 could go on.
  for (std::size_t lead = find_lead(view, 0); lead < view.size();) {
    const std::size_t end = std::min(view.find('\n', lead), view.size() - 1) + 1;
    if (!begins_sequence(view, lead + 2)) {
      const std::size_t begin = view.rfind('\n', lead) + 1;
      if (const auto line = repaired_line(view.substr(begin, end - begin))) {
        out += view.substr(kept, begin - kept);
        out += *line;
        kept = end;
        repaired = true;
      }
    }
    lead = find_lead(view, end);
  }
  if (kept == 0) return text;
  return out += view.substr(kept);
}

}  // namespace fihrist
