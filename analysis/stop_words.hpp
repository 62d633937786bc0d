// SPDX-License-Identifier: GPL-3.0-or-later
// The small words by which prose is known.
#pragma once

#include <string_view>

namespace fihrist {

/// Articles, prepositions, pronouns and the like of Arabic, English and French. `word` is folded. Prose is
/// full of them; titles, menus and advertisements are not (jusText, Pomikálek 2011). Nothing that is
/// indexed or searched depends on it.
bool is_stop_word(std::string_view word);

/// False for a stop word that is one only by its spelling or its place, and stands in names of people: «علي»,
/// which folds like «على», the particles of "Vincent de Paul", "Will" with a capital letter. `folded` and
/// `written` are the same word.
bool is_no_name(std::string_view folded, std::string_view written);

}  // namespace fihrist
