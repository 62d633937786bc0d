// SPDX-License-Identifier: GPL-3.0-or-later
// Text in the form that articles hold: clean UTF-8, paragraphs of one line each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fihrist {

/// The text without blanks, tabs and line ends of ASCII, and no-break spaces, at its ends.
std::string_view trimmed(std::string_view text) noexcept;

/// One line: clean_utf8, every run of blanks and line ends is one space, none at the ends.
/// `replaced`, when given, is raised by the number of ill-formed sequences.
std::string tidy_line(std::string_view text, std::size_t* replaced = nullptr);

/// Paragraphs: clean_utf8, line ends of all systems become '\n', blank lines and blanks at the ends of
/// lines go. Indentation stays: code is read by it. Tidying twice changes nothing.
std::string tidy_text(std::string_view text, std::size_t* replaced = nullptr);

}  // namespace fihrist
