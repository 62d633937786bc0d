// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of showing words.
#include "analysis/written_word.hpp"

#include <doctest/doctest.h>

namespace fihrist {
namespace {

TEST_CASE("a word is shown with its letters and without its ornament") {
  struct Row {
    const char* text;
    const char* shown;
  };
  const Row rows[] = {
      {"الشبكة", "الشبكة"}, {"الشبكــةُ", "الشبكة"}, {"إلكترونيّ", "إلكتروني"}, {"iPhone", "iPhone"},
      {"Café", "Café"},     {"هدىً", "هدى"},         {"أ\u200Dحمد", "أحمد"},   {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(written_word(row.text) == row.shown);
  }
}

}  // namespace
}  // namespace fihrist
