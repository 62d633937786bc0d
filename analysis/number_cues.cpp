// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of the words that agree with nouns or count them.
#include "analysis/number_cues.hpp"

#include <unordered_set>

#include "analysis/affixes.hpp"

namespace fihrist {
namespace {

using WordSet = std::unordered_set<std::string_view>;

/// Three to ten, and what quantifies several things. Folded.
const WordSet& quantifiers() {
  static const WordSet words{"ثلاثه", "ثلاث",   "اربعه", "اربع",  "خمسه", "خمس",  "سته",   "ست",  "سبعه",
                             "سبع",   "ثمانيه", "ثماني", "تسعه",  "تسع",  "عشره", "عشر",   "عده", "بضعه",
                             "بضع",   "جميع",   "كافه",  "ساير",  "معظم", "اغلب", "مختلف", "شتي", "بعض",
                             "احدي",  "عديد",   "ميات",  "عشرات", "الاف", "تلك"};
  return words;
}

const WordSet& feminine_demonstratives() {
  static const WordSet words{"هذه", "تلك", "بهذه", "لهذه", "وهذه", "كهذه"};
  return words;
}

const WordSet& masculine_demonstratives() {
  static const WordSet words{"هذا", "ذلك", "بهذا", "لهذا", "وهذا", "كهذا"};
  return words;
}

}  // namespace

NumberCue cue_before(std::string_view word, bool noun_is_definite) {
  if (noun_is_definite && feminine_demonstratives().contains(word)) return NumberCue::feminine;
  if (noun_is_definite && masculine_demonstratives().contains(word)) return NumberCue::masculine;
  return quantifiers().contains(word) ? NumberCue::plural : NumberCue::none;
}

NumberCue cue_behind(std::string_view word) {
  if (word == "التي") return NumberCue::feminine;
  if (word == "الذي") return NumberCue::masculine;
  if (!word.starts_with("ال") || letters(word) < 5) return NumberCue::none;
  return word.ends_with("ه") ? NumberCue::feminine : NumberCue::masculine;
}

}  // namespace fihrist
