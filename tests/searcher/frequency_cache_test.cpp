// SPDX-License-Identifier: GPL-3.0-or-later
// Frequencies that are kept.
#include "searcher/frequency_cache.hpp"

#include <doctest/doctest.h>

#include <string>

namespace fihrist {

TEST_CASE("a frequency is asked for once a revision, and never told of another one") {
  FrequencyCache cache;
  int asked = 0;
  const auto of = [&](std::uint64_t revision, const std::string& term) {
    return cache.of(revision, term, [&] {
      ++asked;
      return static_cast<std::uint32_t>(revision * 100 + term.size());
    });
  };
  struct Row {
    std::uint64_t revision;
    const char* term;
    std::uint32_t frequency;
    int asked;
  };
  for (const Row& row : {Row{1, "a", 101, 1},
                         {1, "a", 101, 1},
                         {1, "bb", 102, 2},
                         {2, "a", 201, 3},
                         {2, "a", 201, 3},
                         {1, "a", 101, 4},
                         {1, "a", 101, 5},
                         {2, "a", 201, 5},
                         {2, "bb", 202, 6}}) {
    CAPTURE(row.revision);
    CAPTURE(row.term);
    CHECK(of(row.revision, row.term) == row.frequency);
    CHECK(asked == row.asked);
  }
}

TEST_CASE("more terms than are kept are all told right") {
  FrequencyCache cache;
  for (int round = 0; round < 2; ++round)
    for (std::uint32_t i = 0; i < 60'000; ++i)
      REQUIRE(cache.of(1, std::to_string(i), [&] { return i; }) == i);
}

}  // namespace fihrist
