// SPDX-License-Identifier: GPL-3.0-or-later
// Blanks and line ends; everything else of a text is left as its author wrote it.
#include "indexer/plain_text.hpp"

#include <algorithm>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
/// Unicode's line and paragraph separators, and the next-line control.
constexpr std::string_view line_separators[] = {"\u2028", "\u2029", "\u0085"};

bool is_blank(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view without_blank_end(std::string_view text) noexcept {
  for (;;) {
    if (!text.empty() && is_blank(text.back())) {
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
    if (!text.empty() && is_blank(text.front())) {
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
  if (text.front() == '\n' || (text.front() >= '\v' && text.front() <= '\r')) return 1;
  if (text.front() != line_separators[0][0] && text.front() != line_separators[2][0]) return 0;
  for (const std::string_view separator : line_separators)
    if (text.starts_with(separator)) return separator.size();
  return 0;
}

/// Quick to tell for nearly every byte of a text.
bool may_end_line(char c) noexcept {
  return (c >= '\n' && c <= '\r') || c == line_separators[0][0] || c == line_separators[2][0];
}

}  // namespace

std::string_view trimmed(std::string_view text) noexcept {
  return without_blank_begin(without_blank_end(text));
}

std::string tidy_line(std::string_view text, std::size_t* replaced) {
  const std::string clean = clean_utf8(text, replaced);
  std::string line;
  bool gap = false;
  for (const char c : trimmed(clean)) {
    if (is_blank(c)) {
      gap = true;
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    line += c;
  }
  return line;
}

std::string tidy_text(std::string_view text, std::size_t* replaced) {
  const std::string clean = clean_utf8(text, replaced);
  std::string_view rest = clean;
  std::string tidy;
  while (!rest.empty()) {
    std::size_t length = 0;
    while (length < rest.size() && (!may_end_line(rest[length]) || line_end_at(rest.substr(length)) == 0))
      ++length;
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
