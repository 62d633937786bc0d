// SPDX-License-Identifier: GPL-3.0-or-later
// What letters tell by themselves.
#include "analysis/letters.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace fihrist;

TEST_CASE("the first alef with hamza tells how it carries it, wherever it stands") {
  struct Row {
    const char* written;
    AlefHamza hamza;
  };
  for (const auto& [written, hamza] :
       {Row{"أعداد", AlefHamza::above}, Row{"الأعداد", AlefHamza::above}, Row{"إعداد", AlefHamza::below},
        Row{"وبالإعدادِ", AlefHamza::below}, Row{"آبار", AlefHamza::above}, Row{"اعداد", AlefHamza::none},
        Row{"مسؤول", AlefHamza::none}, Row{"", AlefHamza::none}, Row{"ﻹعداد", AlefHamza::none},
        Row{"ﺇعداد", AlefHamza::below}}) {
    CAPTURE(written);
    CHECK(alef_hamza_of(written) == hamza);
  }
}

TEST_CASE("a hamza that is a code point of its own counts as well") {
  CHECK(alef_hamza_of("ا\u0654عداد") == AlefHamza::above);
  CHECK(alef_hamza_of("ا\u0655عداد") == AlefHamza::below);
  CHECK(alef_hamza_of("ا\u0653بار") == AlefHamza::above);
  CHECK(alef_hamza_of("ا") == AlefHamza::none);
}
