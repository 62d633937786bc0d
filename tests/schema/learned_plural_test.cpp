// SPDX-License-Identifier: GPL-3.0-or-later
// Learned plurals survive the index.
#include "schema/learned_plural.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"

using namespace fihrist;

namespace {

const std::vector<LearnedPlural> two{
    {.singular = "جهاز",
     .plural = "اجهزه",
     .score = 412,
     .joined = true,
     .similarity = 31,
     .singular_use = {.occurrences = 90, .definite = 40, .plural = 1, .feminine = 2, .masculine = 30},
     .plural_use = {.occurrences = 70, .definite = 50, .plural = 12, .feminine = 25, .masculine = 3}},
    {.singular = "طقس", .plural = "طقوس", .score = -12}};

}  // namespace

TEST_CASE("learned plurals come back as they were written") {
  CHECK(parse_learned_plurals(to_lines(two)) == two);
  CHECK(parse_learned_plurals(to_lines({})).empty());
  CHECK_FALSE(to_lines({}).empty());
}

TEST_CASE("an index without learned plurals has none") { CHECK(parse_learned_plurals("").empty()); }

TEST_CASE("damaged lines are refused") {
  const std::string whole = to_lines(two);
  for (const std::string& lines :
       {std::string("something else\n"), whole.substr(0, whole.size() - 1), whole + "طقس\tطقوس\n",
        whole + "طقس\tطقوس\tx\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"}) {
    CAPTURE(lines);
    CHECK_THROWS_AS(parse_learned_plurals(lines), Error);
  }
}
