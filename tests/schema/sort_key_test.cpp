// SPDX-License-Identifier: GPL-3.0-or-later
// The order of articles in time.
#include "schema/sort_key.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

namespace fihrist {

TEST_CASE("keys compare as their times do, before 1970 too") {
  const std::vector<std::int64_t> times{
      std::numeric_limits<std::int64_t>::min(), -62135596800, -1, 0, 1, 255, 256, 1484931360,
      std::numeric_limits<std::int64_t>::max()};
  for (std::size_t i = 1; i < times.size(); ++i) {
    CAPTURE(times[i]);
    CHECK(sort_key_floor(times[i - 1]) < sort_key_floor(times[i]));
  }
}

TEST_CASE("a key is never below the floor of its own time, and always below that of the next second") {
  const Date date{.year = 2017, .month = 1, .day = 20, .precision = DatePrecision::day};
  const std::string key = sort_key(date, "a1");
  CHECK(key >= sort_key_floor(civil_seconds(date)));
  CHECK(key < sort_key_floor(civil_seconds(date) + 1));
}

TEST_CASE("articles of one moment are ordered by id, so that no two keys are equal") {
  const Date date{.year = 2017};
  CHECK(sort_key(date, "a") < sort_key(date, "b"));
  CHECK(sort_key(date, "a") < sort_key(date, "aa"));
}

TEST_CASE("an undated key is eight zero bytes and the id, below every date") {
  CHECK(sort_key(std::nullopt, "ب") == std::string(8, '\0') + "ب");
  CHECK(sort_key(std::nullopt, "z") < sort_key(Date{.year = 1}, "a"));
}

}  // namespace fihrist
