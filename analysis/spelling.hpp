// SPDX-License-Identifier: GPL-3.0-or-later
// How far a misspelt word is from another: what to try, and what each slip costs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// All strings at Damerau distance 1 of a folded word: one letter left out, put in, replaced, or changed
/// with its neighbour; without the word itself, the empty string and duplicates. The letters are those of
/// the word's own script, Arabic or Latin; digits and signs stay as they are (s8 is never s9). Code points
/// count, not bytes. Empty for words of neither script or of both. About 60 strings a letter. Thread-safe.
std::vector<std::string> spelling_edits(std::string_view word);

/// Those of spelling_edits() that one confusion of Arabic letters makes: all whose spelling_cost() is at most
/// 0.4. Empty for words without Arabic letters. Thread-safe.
std::vector<std::string> confused_spellings(std::string_view word);

/// The cost of the slips that make one folded word of the other (Damerau's distance, weighted; a letter is
/// moved once), in code points and symmetric:
///   0.4  letters that Arabic writers confuse (ض ظ · ت ط ث · ذ ز د ظ · س ص ث · ق ك غ ج · ا ي ع ء and the
///   seats
///        of hamza · ه ا at the end), and a letter of Arabic doubled or not
///   0.6  Latin: a letter doubled or not, a vowel for a vowel, a vowel too many or too few
///   0.7  neighbours on the keyboard
///   1    any other slip
/// Words are folded: no ة ى, no hamza on its seat, no capitals. Returns early, with some value above
/// `limit`, as soon as the cost must exceed it. Thread-safe.
double spelling_cost(std::string_view left, std::string_view right, double limit);

}  // namespace fihrist
