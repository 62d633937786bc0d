// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of warnings.
#include "indexer/warning_tally.hpp"

#include <doctest/doctest.h>

namespace fihrist {

TEST_CASE("what was counted can be taken back, and what is zero is not told") {
  WarningTally tally;
  const auto first = tally.count({"no_date", "no_author"});
  tally.count({"no_date"});
  CHECK(tally.counts() == std::map<std::string, std::uint64_t>{{"no_author", 1}, {"no_date", 2}});
  tally.take_back(first);
  CHECK(tally.counts() == std::map<std::string, std::uint64_t>{{"no_date", 1}});
}

TEST_CASE("more kinds of warnings than a set has room for are counted all the same") {
  WarningTally tally;
  std::vector<std::string> names;
  for (int i = 0; i < 40; ++i) names.push_back(std::to_string(i));
  const auto set = tally.count(names);
  CHECK(tally.counts().size() == 40);
  tally.take_back(set);
  CHECK(tally.counts().size() == 8);
}

}  // namespace fihrist
