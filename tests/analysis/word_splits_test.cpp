// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of missing blanks.
#include "analysis/word_splits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace fihrist {
namespace {

bool splits_as(const std::string& word, const std::string& first) {
  const auto points = split_points(word);
  return std::find(points.begin(), points.end(), first.size()) != points.end();
}

TEST_CASE("a blank may be missing behind a letter that joins nothing, and before the article") {
  for (const auto& [word, first] : {std::pair<std::string, std::string>{"وزارهالاتصالات", "وزاره"},
                                    {"ووردبريس", "وورد"},
                                    {"ذكاءاصطناعي", "ذكاء"},
                                    {"عبدالله", "عبد"},
                                    {"كلمهالمرور", "كلمه"}}) {
    CAPTURE(word);
    CHECK(splits_as(word, first));
  }
}

TEST_CASE("letters that are joined are never taken apart") {
  CHECK_FALSE(splits_as("متصفح", "متص"));
  CHECK(split_points("تطبيقي") == std::vector<std::size_t>{8});  // behind ي, which may have been ى
}

TEST_CASE("both sides of a split keep two letters, and other scripts are left alone") {
  CHECK(split_points("دار").empty());
  CHECK(split_points("").empty());
  CHECK(split_points("wordpress").empty());
  CHECK(split_points("\xD8").empty());
}

}  // namespace
}  // namespace fihrist
