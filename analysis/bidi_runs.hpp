// SPDX-License-Identifier: GPL-3.0-or-later
// Left-to-right runs inside Arabic text: what a page must isolate so that «6 GB» is not shown as «GB 6».
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

struct TextRun {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
};

/// The left-to-right runs of a text that is read right to left, in order and apart: Latin words with the
/// numbers, units and inner punctuation that belong to them («Galaxy S8», «6 GB», «C++», «7.1.1»,
/// «user@host.org», «-10 °C»), without blanks or sentence punctuation at their ends. Brackets are inside
/// only when both are. Numbers alone between Arabic words are no run: they are displayed right as they are.
/// Reference: UAX #9; W3C, Inline markup and bidirectional text in HTML.
std::vector<TextRun> left_to_right_runs(std::string_view text);

/// The text with each such run between LRI (U+2066) and PDI (U+2069): for places without markup, such as
/// <title>, feeds and JSON display strings.
std::string isolate_left_to_right_runs(std::string_view text);

/// True when more strong letters of the text are right-to-left than left-to-right, or it has none.
bool reads_right_to_left(std::string_view text);

}  // namespace fihrist
