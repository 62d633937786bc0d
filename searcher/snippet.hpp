// SPDX-License-Identifier: GPL-3.0-or-later
// The piece of a text that shows why it was found.
#pragma once

#include <string>

#include "searcher/match_finder.hpp"
#include "searcher/search.hpp"

namespace fihrist {

/// About `length` code points of the text: those with the most, and most telling, different query words,
/// beginning with a sentence where one begins nearby; the beginning of the text when nothing matches. Whole
/// words; "…" where something was left out; one line. Most articles say early what they are about, so
/// a beginning of 2,000 bytes is enough if it shows every word, one of 12,000 if it shows half of them, and
/// beyond 64,000 nothing is looked at. `text` must be of an indexed article.
Snippet make_snippet(const std::string& text, const MatchFinder& finder, std::size_t length = 240);

}  // namespace fihrist
