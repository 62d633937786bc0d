// SPDX-License-Identifier: GPL-3.0-or-later
// Names are filed without their article.
#include "analysis/filing_form.hpp"

#include <doctest/doctest.h>

using namespace fihrist;

TEST_CASE("a name is filed without the article it begins with, and with everything else") {
  struct Row {
    const char *name, *form;
  };
  const Row rows[] = {
      {"الجزيرة", "جزيرة"},
      {"ألمانيا", "ألمانيا"},
      {"الأمن", "أمن"},
      {"الو", "الو"},
      {"ال", "ال"},
      {"عالم التقنية", "عالم التقنية"},
      {"الذكاء الاصطناعي", "ذكاء الاصطناعي"},
      {"The Verge", "The Verge"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(filing_form(row.name) == row.form);
  }
}
