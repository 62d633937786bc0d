// SPDX-License-Identifier: GPL-3.0-or-later
// What was searched besides what was typed, in words that readers know.
#pragma once

#include <string>
#include <vector>

#include "schema/lexicon.hpp"
#include "searcher/search_word.hpp"

namespace fihrist {

/// The commonest forms, as written (Lexicon::written), of each query word that the archive holds, other than
/// those typed; taken from each word in turn, at most `limit`.
std::vector<std::string> also_searched(const Lexicon& lexicon, const std::vector<SearchWord>& words,
                                       std::size_t limit = 8);

}  // namespace fihrist
