// SPDX-License-Identifier: GPL-3.0-or-later
// The same work on many parts.
#include "indexer/parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace fihrist {

TEST_CASE("every part is done once, whatever the number of threads") {
  for (const unsigned jobs : {0U, 1U, 2U, 9U}) {
    CAPTURE(jobs);
    std::vector<std::atomic<int>> done(100);
    in_parallel(done.size(), jobs, [&](std::size_t part) { ++done[part]; });
    bool each_once = true;
    for (const auto& times : done) each_once = each_once && times == 1;
    CHECK(each_once);
  }
}

TEST_CASE("without parts nothing is done") {
  int calls = 0;
  in_parallel(0, 4, [&](std::size_t) { ++calls; });
  CHECK(calls == 0);
}

TEST_CASE("what a part throws comes out, and no part is begun after it") {
  std::atomic<std::size_t> begun = 0;
  const auto run = [&] {
    in_parallel(100'000, 2, [&](std::size_t part) {
      ++begun;
      if (part == 3) throw std::runtime_error("three");
    });
  };
  CHECK_THROWS_WITH(run(), "three");
  CHECK(begun < 100'000);
}

}  // namespace fihrist
