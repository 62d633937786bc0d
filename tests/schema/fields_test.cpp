// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of fields.
#include "schema/fields.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/utf8.hpp"

namespace fihrist {

TEST_CASE("a term is the field's prefix and its value") {
  struct Row {
    Field field;
    std::string_view value;
    std::string_view term;
  };
  for (const auto& [field, value, term] : {
           Row{Field::text, "hatif", "hatif"},
           Row{Field::author, "هاتف", "XAهاتف"},
           Row{Field::id, "2017/01/x", "Q2017/01/x"},
           Row{Field::year, "2017", "XY2017"},
           Row{Field::undated, "", "XN"},
       }) {
    CAPTURE(term);
    CHECK(term_of(field, value) == term);
  }
}

TEST_CASE("a stem has one byte for each Arabic letter in its terms, and keeps all other letters") {
  struct Row {
    std::string_view stem;
    std::string_view term;
  };
  for (const auto& [stem, term] : {
           Row{"هاتف", "\xA7\x87\x8A\xA1"},
           Row{"ءي", "\x81\xAA"},
           Row{"ؠ\u065F\u0660", "\x80\xBF\u0660"},  // the first and the last of them, and the one behind
           Row{"پچ", "پچ"},
           Row{"و4g",
               "\xA8"
               "4g"},
           Row{"café", "café"},
       }) {
    CAPTURE(stem);
    CHECK(term_of(Field::text, stem) == term);
    CHECK(term_of(Field::title, stem) == "S" + std::string(term));
  }
}

TEST_CASE("stems that differ have different terms, long ones too") {
  std::string letters;
  for (int i = 0; i < 300; ++i) letters += "ش";
  const std::vector<std::string> stems{"ا",  "أ",  "\u00A0", "ى",  "ي", "\u0080", "aا",
                                       "اa", "پا", "اپ",     "هه", "ه", letters,  letters + "ش"};
  for (std::size_t i = 0; i < stems.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      CAPTURE(stems[i]);
      CAPTURE(stems[j]);
      CHECK(term_of(Field::text, stems[i]) != term_of(Field::text, stems[j]));
      CHECK(term_of(Field::text, stems[i]).size() <= 245);
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
