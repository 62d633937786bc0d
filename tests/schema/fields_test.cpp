// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of fields.
#include "schema/fields.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "analysis/utf8.hpp"

namespace fihrist {

TEST_CASE("a term is the field's prefix and its value") {
  struct Row {
    Field field;
    std::string_view value;
    std::string_view term;
  };
  for (const auto& [field, value, term] : {
           Row{Field::text, "هاتف", "هاتف"},
           Row{Field::title, "هاتف", "Sهاتف"},
           Row{Field::id, "2017/01/x", "Q2017/01/x"},
           Row{Field::year, "2017", "XY2017"},
           Row{Field::undated, "", "XN"},
       }) {
    CAPTURE(term);
    CHECK(term_of(field, value) == term);
  }
}

TEST_CASE("a term never exceeds 245 bytes and stays valid UTF-8, whatever its value") {
  std::string letters;
  for (int i = 0; i < 400; ++i) letters += "ش";
  for (const std::string& value :
       {std::string(300, 'a'), letters, "x" + letters, std::string(243, 'a') + "ش"}) {
    const std::string term = term_of(Field::author, value);
    CAPTURE(value.size());
    CHECK(term.size() <= 245);
    CHECK(term.size() >= 240);
    CHECK(is_valid_utf8(term));
  }
}

TEST_CASE("a value that just fits is not cut") {
  CHECK(term_of(Field::author, std::string(243, 'a')) == "XA" + std::string(243, 'a'));
}

TEST_CASE("long values that differ behind the cut keep different terms") {
  const std::string same(400, 'a');
  CHECK(term_of(Field::tag, same + "1") != term_of(Field::tag, same + "2"));
  CHECK(term_of(Field::tag, same + "1") == term_of(Field::tag, same + "1"));
}

TEST_CASE("NULs count double, as Xapian stores them") {
  const std::string term = term_of(Field::id, std::string(200, '\0'));
  const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  CHECK(term.size() + nuls <= 245);
}

}  // namespace fihrist
