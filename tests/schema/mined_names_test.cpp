// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of counted pairs of spellings.
#include "schema/mined_names.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "schema/error.hpp"

namespace fihrist {
namespace {

MinedName seen(const char* latin, bool bracketed) {
  return {.arabic = "شوبيفاي",
          .latin = latin,
          .bracketed = bracketed ? 1U : 0U,
          .adjacent = bracketed ? 0U : 1U,
          .distance = 7};
}

}  // namespace

TEST_CASE("a pair is certain in brackets once, or side by side in two articles") {
  MinedNames names;
  names.add(seen("adjacent", false), "1");
  names.add(seen("adjacent", false), "1");
  names.add(seen("bracketed", true), "1");
  names.add(seen("twice", false), "1");
  names.add(seen("twice", false), "2");
  const auto list = names.list();
  REQUIRE(list.size() == 3);
  CHECK_FALSE(is_certain(list[0]));
  CHECK(list[0].adjacent == 2);
  CHECK(is_certain(list[1]));
  CHECK(is_certain(list[2]));
  CHECK(list[2].articles == std::vector<std::string>{"1", "2"});
}

TEST_CASE("what is saved is loaded as it was") {
  MinedNames names;
  CHECK(MinedNames::load(names.save()).empty());
  names.add(seen("shopify", true), "مقال\t1");
  names.add(seen("shopify", false), std::string("\0x", 2));
  names.add(seen("other", false), "");
  CHECK(MinedNames::load(names.save()).list() == names.list());
}

TEST_CASE("bytes that are cut short are refused") {
  MinedNames names;
  names.add(seen("shopify", true), "1");
  const std::string bytes = names.save();
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(MinedNames::load(std::string_view(bytes).substr(0, size)), Error);
  }
}

TEST_CASE("of too many pairs those with the most evidence are kept") {
  MinedNames names;
  for (std::size_t i = 0; i < MinedNames::most_kept; ++i)
    names.add(seen(fmt::format("a{}", i).c_str(), false), "1");
  names.add(seen("z", true), "1");
  const auto kept = MinedNames::load(names.save()).list();
  CHECK(kept.size() == MinedNames::most_kept);
  CHECK(kept.back().latin == "z");
}

}  // namespace fihrist
