// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the suggestion for a mistyped word.
#include "cli/nearest_word.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace fihrist;

TEST_CASE("a mistyped verb suggests the nearest one, a foreign word none") {
  const std::vector<std::string> verbs{"index", "search", "show", "serve", "stats", "remove", "export"};
  struct Row {
    const char* typed;
    const char* meant;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"indx", "index"},
           {"idnex", "index"},
           {"serach", "search"},
           {"sarch", "search"},
           {"stat", "stats"},
           {"sho", "show"},
           {"exports", "export"},
           {"remvoe", "remove"},
           {"delete", ""},
           {"", ""},
           {"x", ""},
           {"بحث", ""},
       }) {
    CAPTURE(row.typed);
    CHECK(nearest_word(row.typed, verbs).value_or("") == row.meant);
  }
}

TEST_CASE("a very long word is no typing error of anything") {
  const std::vector<std::string> verbs{"index"};
  CHECK_FALSE(nearest_word(std::string(1'000'000, 'i'), verbs));
}
