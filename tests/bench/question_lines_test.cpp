// SPDX-License-Identifier: GPL-3.0-or-later
// Questions as lines: what is written is read again.
#include "bench/race/question_lines.hpp"

#include <doctest/doctest.h>

using namespace fihrist::bench;
using Kind = QuestionClass::Kind;

TEST_CASE("a question written as a line is the same when it is read") {
  struct Row {
    Kind kind;
    Question question;
    std::string line;
  };
  const Row rows[] = {
      {Kind::term, {.words = {"هاتف"}}, "c\tterm\t0\tهاتف"},
      {Kind::any, {.words = {"هاتف", "iphone"}}, "c\tany\t0\tهاتف iphone"},
      {Kind::filtered, {.words = {"ذكي"}, .year = 2017}, "c\tfiltered\t2017\tذكي"},
      {Kind::newest_everything, {}, "c\tnewest_everything\t0\t"},
      {Kind::oldest, {.words = {"ذكي"}}, "c\toldest\t0\tذكي"},
      {Kind::faceted, {.words = {"ذكي"}}, "c\tfaceted\t0\tذكي"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(question_line({.name = "c", .kind = row.kind}, row.question) == row.line);
    const auto read = parse_question_line(row.line);
    REQUIRE(read);
    CHECK(read->kind == row.kind);
    CHECK(read->question.words == row.question.words);
    CHECK(read->question.year == row.question.year);
  }
}

TEST_CASE("what is no question is not taken for one") {
  for (const char* line : {"", "هاتف", "c\tterm", "c\tguess\t0\tهاتف"}) {
    CAPTURE(line);
    CHECK_FALSE(parse_question_line(line));
  }
}
