// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of numbers in sentences.
#include "cli/wording.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace fihrist;

TEST_CASE("digits stand in groups of three") {
  struct Row {
    std::uint64_t number;
    const char* text;
  };
  for (const Row& row : std::initializer_list<Row>{
           {0, "0"}, {999, "999"}, {1000, "1,000"}, {12611, "12,611"}, {1234567, "1,234,567"}}) {
    CHECK(grouped(row.number) == row.text);
  }
}

TEST_CASE("one thing is singular, any other number plural") {
  CHECK(counted(0, "article") == "0 articles");
  CHECK(counted(1, "article") == "1 article");
  CHECK(counted(2000, "article") == "2,000 articles");
}

TEST_CASE("sizes and durations keep two digits that matter") {
  CHECK(size_of_bytes(999) == "999 B");
  CHECK(size_of_bytes(1000) == "1.0 KB");
  CHECK(size_of_bytes(999'999) == "1.0 MB");
  CHECK(size_of_bytes(1'340'000'000) == "1.3 GB");
  CHECK(duration(0.04) == "0.0 s");
  CHECK(duration(9.96) == "10 s");
  CHECK(duration(185) == "3 min 5 s");
}

TEST_CASE("a list has separators between its items only") {
  CHECK(joined(std::vector<std::string>{}) == "");
  CHECK(joined(std::vector<std::string>{"a", "b"}) == "a, b");
}
