// SPDX-License-Identifier: GPL-3.0-or-later
// Blanks and line ends; everything else of a text is left as its author wrote it.
#include "indexer/plain_text.hpp"

#include <algorithm>

#include "analysis/ascii.hpp"
#include "analysis/byte_block.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
/// Unicode's line and paragraph separators. Other signs that end lines are controls, and go with these.
constexpr std::string_view line_separators[] = {"\u2028", "\u2029"};

std::string_view without_blank_end(std::string_view text) noexcept {
  for (;;) {
    if (!text.empty() && is_ascii_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      return text;
    }
  }
}

std::string_view without_blank_begin(std::string_view text) noexcept {
  for (;;) {
    if (!text.empty() && is_ascii_blank(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else {
      return text;
    }
  }
}

/// The length of the line end at the beginning of a text; 0 when there is none. CRLF counts as two, since
/// blank lines go anyway.
std::size_t line_end_at(std::string_view text) noexcept {
  if (text.front() == '\n' || text.front() == '\r') return 1;
  if (text.front() != line_separators[0][0]) return 0;
  for (const std::string_view separator : line_separators)
    if (text.starts_with(separator)) return separator.size();
  return 0;
}

/// Which of sixteen bytes end a line, or the character that does.
ByteBlock line_ending_bytes(const char* bytes) noexcept {
  const ByteBlock third_last = byte_block_at(bytes - 2);
  const ByteBlock second_last = byte_block_at(bytes - 1);
  const ByteBlock last = byte_block_at(bytes);
  return reinterpret_cast<ByteBlock>(
      (last == '\n') | (last == '\r') |
      ((third_last == 0xE2) & (second_last == 0x80) & ((last & 0xFE) == 0xA8)));
}

/// Of the first line.
std::size_t line_length(std::string_view text) noexcept {
  std::size_t at = bytes_in_blocks_without(text, line_ending_bytes);
  at -= std::min(at, byte_block_lookback);
  while (at < text.size() && line_end_at(text.substr(at)) == 0) ++at;
  return at;
}

/// The text as it may be stored; `storage` holds it when it is not as it was.
std::string_view cleaned(std::string_view text, std::string& storage, std::size_t* replaced) {
  if (plain_run_end(text, 0) == text.size()) return text;
  return storage = clean_utf8(text, replaced);
}

}  // namespace

std::string_view trimmed(std::string_view text) noexcept {
  return without_blank_begin(without_blank_end(text));
}

std::string tidy_line(std::string_view text, std::size_t* replaced) {
  std::string storage;
  const std::string_view clean = trimmed(cleaned(text, storage, replaced));
  std::string line;
  line.reserve(clean.size());
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t begin = at;
    while (at < clean.size() && !is_ascii_blank(clean[at])) ++at;
    line += clean.substr(begin, at - begin);
    if (at == clean.size()) break;
    line += ' ';
    while (at < clean.size() && is_ascii_blank(clean[at])) ++at;
  }
  return line;
}

std::string tidy_text(std::string_view text, std::size_t* replaced) {
  std::string storage;
  std::string_view rest = cleaned(text, storage, replaced);
  std::string tidy;
  tidy.reserve(rest.size());
  while (!rest.empty()) {
    const std::size_t length = line_length(rest);
    if (const std::string_view line = without_blank_end(rest.substr(0, length)); !line.empty()) {
      if (!tidy.empty()) tidy += '\n';
      tidy += line;
    }
    rest.remove_prefix(length);
    if (!rest.empty()) rest.remove_prefix(line_end_at(rest));
  }
  return tidy;
}

}  // namespace fihrist
