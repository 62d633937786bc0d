// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a noun tells its number.
#include "analysis/number_cues.hpp"

#include <doctest/doctest.h>

#include "analysis/fold.hpp"

using namespace fihrist;

TEST_CASE("numbers from three to ten and words for several ask for a plural") {
  for (const char* word : {"ثلاثة", "خمس", "عدة", "جميع", "مئات", "آلاف", "معظم"}) {
    CAPTURE(word);
    CHECK(cue_before(fold_key(word), false) == NumberCue::plural);
  }
  CHECK(cue_before(fold_key("واحد"), false) == NumberCue::none);
}

TEST_CASE("demonstratives tell the gender of nouns with the article only") {
  CHECK(cue_before("هذه", true) == NumberCue::feminine);
  CHECK(cue_before("هذا", true) == NumberCue::masculine);
  CHECK(cue_before("هذه", false) == NumberCue::none);
}

TEST_CASE("adjectives and relatives behind a noun tell its gender") {
  CHECK(cue_behind("التي") == NumberCue::feminine);
  CHECK(cue_behind("الذي") == NumberCue::masculine);
  CHECK(cue_behind(fold_key("الجديدة")) == NumberCue::feminine);
  CHECK(cue_behind(fold_key("الجديد")) == NumberCue::masculine);
  CHECK(cue_behind(fold_key("جديدة")) == NumberCue::none);
}
