// SPDX-License-Identifier: GPL-3.0-or-later
// The piece of a text that shows why it was found.
#pragma once

#include <string>
#include <string_view>

#include "searcher/match_finder.hpp"
#include "searcher/search.hpp"

namespace fihrist {

/// Stands for what was left out.
inline constexpr std::string_view ellipsis = "…";

/// Line ends and other controls become blanks.
std::string one_line(std::string_view text);

/// About `length` code points of the text: those with the most, and most telling, different query words,
/// beginning with a sentence where one begins nearby; the beginning of the text when nothing matches. Whole
/// words; "…" where something was left out; one line. `text` must be of an indexed article, and `words` what
/// the index holds of it: they show where to look, so that of a long text only that piece is cut into words.
/// Of a query without words the beginning is shown, and nothing need be known.
Snippet make_snippet(const std::string& text, const WordSequence& words, const MatchFinder& finder,
                     std::size_t length = 240);

}  // namespace fihrist
