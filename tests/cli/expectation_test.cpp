// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of search-quality assertions.
#include "cli/expectation.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "schema/error.hpp"

using namespace fihrist;

TEST_CASE("lines are query, demand and id; comments and empty lines are passed over") {
  std::istringstream file(
      "# what readers ask\n\nهاتف\tmust\ta\n#ذكاء\ttop 3\tb\twhy: hashtag\nx\tnot\tc\r\n");
  const auto expectations = read_expectations(file, "q.tsv");
  REQUIRE(expectations.size() == 3);
  CHECK(expectations[0].kind == Expectation::Kind::must);
  CHECK(expectations[0].line == 3);
  CHECK(expectations[1].kind == Expectation::Kind::top);
  CHECK(expectations[1].top == 3);
  CHECK(expectations[1].query == "#ذكاء");
  CHECK(expectations[2].kind == Expectation::Kind::must_not);
  CHECK(expectations[2].id == "c");
}

TEST_CASE("a line that demands nothing is refused with its number") {
  for (const char* line : {"x\n", "x\tmust\n", "x\tmust\t\n", "x\tshould\ta\n", "x\ttop\ta\n",
                           "x\ttop 0\ta\n", "x\ttop -1\ta\n", "x\ttop 3x\ta\n"}) {
    CAPTURE(line);
    std::istringstream file(std::string("ok\tmust\ta\n") + line);
    CHECK_THROWS_WITH_AS(read_expectations(file, "q.tsv"), "q.tsv, line 2: this is no expectation", Error);
  }
}

TEST_CASE("results are judged by hits, and for the first places by what a reader sees") {
  SearchResults results;
  results.hits = {{.id = "a"}, {.id = "b"}};
  results.related = {{.id = "c"}};
  struct Row {
    Expectation::Kind kind;
    std::size_t top;
    const char* id;
    bool met;
  };
  using Kind = Expectation::Kind;
  for (const Row& row : std::initializer_list<Row>{
           {Kind::must, 0, "b", true},
           {Kind::must, 0, "c", false},
           {Kind::must_not, 0, "c", true},
           {Kind::must_not, 0, "a", false},
           {Kind::top, 2, "b", true},
           {Kind::top, 1, "b", false},
           {Kind::top, 3, "c", true},
           {Kind::top, 9, "d", false},
       }) {
    CAPTURE(row.id);
    const auto wrong = disappointment({.kind = row.kind, .top = row.top, .id = row.id}, results);
    CHECK(wrong.has_value() != row.met);
  }
}
