// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 by code point: decoding, encoding, counting, repairing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fihrist {

/// next_code_point() for the sequences that are not one or two sound bytes.
char32_t next_long_code_point(std::string_view text, std::size_t& at) noexcept;

/// Decodes the code point at text[at] and moves `at` behind it. `at` must be below text.size().
/// An ill-formed sequence gives U+FFFD and moves over its maximal subpart (Unicode 15, section 3.9).
/// Inline, because every letter of every article passes here several times.
[[gnu::always_inline]] inline char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    ++at;
    return first;
  }
  if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0U) == 0x80) {
      at += 2;
      return static_cast<char32_t>((first & 0x1FU) << 6U | (second & 0x3FU));
    }
  }
  return next_long_code_point(text, at);
}

/// Appends the UTF-8 form of a code point; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text) noexcept;

/// The end of a beginning, from `at` on, in which nothing is ill formed and nothing a control but tab, line
/// feed and carriage return, an override of direction, or a noncharacter. A quick way over most of a text for
/// those who look for what is not plain; may end early, never at `at` when letters of one or two bytes follow
/// that are plain. `at` must not lie within a character, and may be text.size().
std::size_t plain_run_end(std::string_view text, std::size_t at) noexcept;

/// The text with every ill-formed sequence replaced by U+FFFD and C0/C1 controls but tab, line feed and
/// carriage return, and the bidi overrides and embeddings (U+202A–202E, U+2066–2069), removed: what may
/// be stored and shown. `replaced`, when given, is raised by the number of replacements.
std::string clean_utf8(std::string_view text, std::size_t* replaced = nullptr);

/// A text as its code points; an ill-formed subpart gives U+FFFD.
std::u32string code_points(std::string_view text);

/// The inverse, by append_utf8().
std::string to_utf8(std::u32string_view code_points);

/// Number of code points; ill-formed subparts count one each.
std::size_t count_code_points(std::string_view text) noexcept;

/// The first `count` code points of a text.
std::string_view first_code_points(std::string_view text, std::size_t count) noexcept;

}  // namespace fihrist
