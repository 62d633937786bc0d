// SPDX-License-Identifier: GPL-3.0-or-later
// The tables are read as their README says, and a wrong line is refused with its number.
#include "analysis/word_tables.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace fihrist;

TEST_CASE("a plural row is a group of folded words") {
  const WordTables tables("# comment\n\nجهاز\tأجهزة|أجهزه\nنظام\tأنظمة|نظم\n", "", "", "");
  REQUIRE(tables.plurals().size() == 2);
  CHECK(tables.plurals()[0].words == std::vector<std::string>{"جهاز", "اجهزه"});
  CHECK(tables.plurals()[1].words == std::vector<std::string>{"نظام", "انظمه", "نظم"});
  CHECK(tables.plurals()[1].direction == PluralRow::Direction::both);
}

TEST_CASE("a sign before the plurals says that only one of the two is searched for the other") {
  const WordTables tables("بعد\t>أبعاد\nفرقة\t<فرق\n", "", "", "");
  REQUIRE(tables.plurals().size() == 2);
  CHECK(tables.plurals()[0].words == std::vector<std::string>{"بعد", "ابعاد"});
  CHECK(tables.plurals()[0].direction == PluralRow::Direction::to_plural);
  CHECK(tables.plurals()[1].direction == PluralRow::Direction::to_singular);
  CHECK_THROWS_AS(WordTables("بعد\t>\n", "", "", ""), std::invalid_argument);
}

TEST_CASE("the hamza with which a plural begins is remembered, and only that") {
  const WordTables tables("عدد\tأعداد\nبعد\t>أبعاد\nأخ\tإخوة\nبئر\tآبار\nمبدأ\tمبادئ\n", "", "", "");
  for (const char* word : {"اعداد", "ابعاد", "ابار"}) CHECK(tables.is_plural_with_hamza_above(word));
  for (const char* word : {"اخوه", "اخ", "مبادي"}) CHECK_FALSE(tables.is_plural_with_hamza_above(word));
}

TEST_CASE("a name row tells scripts and ambiguous spellings") {
  const WordTables tables("", "GitHub\tجيت هب|جيتهاب\nMeta\tميتا\tميتا\nZoom\tزوم\tambiguous\r\n", "", "");
  REQUIRE(tables.name_groups().size() == 3);
  const auto& github = tables.name_groups()[0];
  REQUIRE(github.size() == 3);
  CHECK(github[0].text == "github");
  CHECK(github[0].latin);
  CHECK(github[1].text == "جيت هب");
  CHECK_FALSE(github[1].latin);
  CHECK_FALSE(tables.name_groups()[1][0].ambiguous);
  CHECK(tables.name_groups()[1][1].ambiguous);
  CHECK(tables.name_groups()[2][0].ambiguous);
  CHECK(tables.is_name("جيتهاب"));
  CHECK_FALSE(tables.is_name("جيت هب"));
  CHECK_FALSE(tables.is_name("github"));
}

TEST_CASE("word lists are folded") {
  const WordTables tables("", "", "إلكتروني\n# كتاب\n", "أين\nمتى\n");
  CHECK(tables.is_seed_word("الكتروني"));
  CHECK_FALSE(tables.is_seed_word("كتاب"));
  CHECK(tables.is_question_word("متي"));
  CHECK_FALSE(tables.is_question_word("هاتف"));
}

TEST_CASE("a line that cannot be read is refused with its number") {
  CHECK_THROWS_WITH_AS(WordTables("كتاب\tكتب\nهاتف\n", "", "", ""), doctest::Contains("line 2"),
                       std::invalid_argument);
  CHECK_THROWS_AS(WordTables("كتاب\t\n", "", "", ""), std::invalid_argument);
  CHECK_THROWS_AS(WordTables("", "Meta\n", "", ""), std::invalid_argument);
  CHECK_THROWS_AS(WordTables("", "Meta\tميتا\tزوم\n", "", ""), std::invalid_argument);
  CHECK_THROWS_AS(WordTables("", "Meta\t\n", "", ""), std::invalid_argument);
}

TEST_CASE("the tables that the program carries can be read") {
  const WordTables& tables = WordTables::shipped();
  CHECK_FALSE(tables.plurals().empty());
  CHECK_FALSE(tables.name_groups().empty());
  CHECK(tables.is_seed_word("كتاب"));
  CHECK(tables.is_question_word("كيف"));
}

TEST_CASE("Apple in Arabic is a name and no other word") {
  bool found = false;
  for (const auto& group : WordTables::shipped().name_groups()) {
    for (const NameSpelling& spelling : group) {
      if (spelling.text != "ابل") continue;
      found = true;
      CHECK(group.front().text == "apple");
      CHECK_FALSE(spelling.ambiguous);
    }
  }
  CHECK(found);
}
