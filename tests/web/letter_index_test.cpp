// SPDX-License-Identifier: GPL-3.0-or-later
// Names stand under their letters, in the order of the alphabet.
#include "web/letter_index.hpp"

#include <doctest/doctest.h>

using namespace fihrist;

namespace {

/// "ا: أحمد, الأمن | ب: بسام"
std::string index_of(const std::vector<std::string>& names) {
  std::vector<FacetValue> values;
  for (const std::string& name : names) values.push_back({name, 1});
  std::string text;
  for (const LetterGroup& group : by_letter(values)) {
    text += (text.empty() ? "" : " | ") + group.letter + ":";
    for (const FacetValue& name : group.names) text += " " + name.value;
  }
  return text;
}

}  // namespace

TEST_CASE("Arabic letters come first, then Latin ones, then what begins with none") {
  CHECK(index_of({"2017", "Zaid", "بسام", "apple", "أحمد"}) ==
        "ا: أحمد | ب: بسام | A: apple | Z: Zaid | : 2017");
}

TEST_CASE("forms of alef are one letter, and the article is passed over") {
  CHECK(index_of({"إياد", "الباحث", "آدم", "بسام", "أحمد"}) == "ا: آدم أحمد إياد | ب: الباحث بسام");
}

TEST_CASE("every name stands in exactly one group") {
  const std::vector<std::string> names{"", " ", "😀", "漢字", "Ω", "é", "ـ", "٢", "پ", "\xE2\x80\xAEx"};
  std::vector<FacetValue> values;
  for (const std::string& name : names) values.push_back({name, 1});
  std::size_t count = 0;
  for (const LetterGroup& group : by_letter(values)) count += group.names.size();
  CHECK(count == names.size());
  CHECK(by_letter({}).empty());
}
