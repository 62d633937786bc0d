// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the line formats: tab-separated values, TREC runs, files of queries.
#include "cli/result_lines.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "schema/error.hpp"

using namespace fihrist;

TEST_CASE("a run ranks hits and related ones together, with scores that fall strictly") {
  SearchResults results;
  results.hits = {{.id = "a", .score = 3.5}, {.id = "b", .score = 3.5}, {.id = "c", .score = 1}};
  results.related = {{.id = "d", .score = 2}, {.id = "e", .score = 0.5}};
  CHECK(trec_lines("q1", results, 100) ==
        "q1 Q0 a 1 3.500000 fihrist\n"
        "q1 Q0 b 2 3.499999 fihrist\n"
        "q1 Q0 d 3 2.000000 fihrist\n"
        "q1 Q0 c 4 1.000000 fihrist\n"
        "q1 Q0 e 5 0.500000 fihrist\n");
  CHECK(trec_lines("q1", results, 2) == "q1 Q0 a 1 3.500000 fihrist\nq1 Q0 b 2 3.499999 fihrist\n");
}

TEST_CASE("an article that is known by several ids has a line for each") {
  SearchResults results;
  results.hits = {{.id = "a", .score = 2, .other_ids = {"a2", "a3"}}, {.id = "b", .score = 1}};
  CHECK(trec_lines("q", results, 100) ==
        "q Q0 a 1 2.000000 fihrist\n"
        "q Q0 a2 2 1.999999 fihrist\n"
        "q Q0 a3 3 1.999998 fihrist\n"
        "q Q0 b 4 1.000000 fihrist\n");
  CHECK(trec_lines("q", results, 2) == "q Q0 a 1 2.000000 fihrist\nq Q0 a2 2 1.999999 fihrist\n");
}

TEST_CASE("a blank in an id cannot split a line of a run") {
  SearchResults results;
  results.hits = {{.id = "my page\t1"}};
  CHECK(trec_lines("q 1", results, 9) == "q%201 Q0 my%20page%091 1 0.000000 fihrist\n");
}

TEST_CASE("tabs and line ends inside a value do not make cells") {
  SearchResults results;
  results.offset = 10;
  results.hits = {{.id = "a",
                   .title = "one\ttwo\nthree",
                   .url = "https://example.org/a",
                   .date = Date{.year = 2017, .month = 1, .precision = DatePrecision::month},
                   .authors = {"x", "y"},
                   .source = "s",
                   .score = 2},
                  {.id = "b"}};
  CHECK(tsv_lines(results) ==
        "11\ta\t2017-01\t2.000000\ts\tx; y\tone two three\thttps://example.org/a\n"
        "12\tb\t\t0.000000\t\t\t\t\n");
}

TEST_CASE("a file of queries is ids and texts, whatever its line ends") {
  std::istringstream file("q1\tهاتف ذكي\r\n\nq2\ta\tb\n");
  const auto queries = read_queries(file, "queries.tsv");
  REQUIRE(queries.size() == 2);
  CHECK(queries[0].id == "q1");
  CHECK(queries[0].text == "هاتف ذكي");
  CHECK(queries[1].text == "a\tb");
}

TEST_CASE("a query without an id is refused with its line") {
  std::istringstream file("q1\tx\nno tab here\n");
  CHECK_THROWS_WITH_AS(read_queries(file, "queries.tsv"),
                       "queries.tsv, line 2: no tab between the query's id and its text", Error);
}
