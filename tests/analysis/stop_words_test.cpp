// SPDX-License-Identifier: GPL-3.0-or-later
// Small words: known however they are spelt, and told from names that look like them.
#include "analysis/stop_words.hpp"

#include <doctest/doctest.h>

#include "analysis/fold.hpp"

using namespace fihrist;

TEST_CASE("small words of three languages are known by their folded form") {
  for (const char* word : {"في", "إلى", "الى", "أنَّ", "the", "The", "été", "et"}) {
    CAPTURE(word);
    CHECK(is_stop_word(fold_key(word)));
  }
  for (const char* word : {"هاتف", "تويتر", "phone", ""}) {
    CAPTURE(word);
    CHECK_FALSE(is_stop_word(fold_key(word)));
  }
}

TEST_CASE("a small word is no part of a name, unless people are called so") {
  for (const char* word : {"على", "في", "the", "dans", "will", "may"}) {
    CAPTURE(word);
    CHECK(is_no_name(fold_key(word), word));
  }
  for (const char* word : {"علي", "de", "La", "Will", "May", "محمد"}) {
    CAPTURE(word);
    CHECK_FALSE(is_no_name(fold_key(word), word));
  }
}
