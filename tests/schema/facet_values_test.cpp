// SPDX-License-Identifier: GPL-3.0-or-later
// Facets, packed.
#include "schema/facet_values.hpp"

#include <doctest/doctest.h>

namespace fihrist {
namespace {

void check_round_trip(const FacetValues& values) {
  const FacetValues back = unpack_facets(pack(values));
  CHECK(back.year == values.year);
  CHECK(back.month == values.month);
  CHECK(back.source == values.source);
  CHECK(back.authors == values.authors);
  CHECK(back.tags == values.tags);
}

}  // namespace

TEST_CASE("facets come back as they were") {
  check_round_trip({});
  check_round_trip(
      {.year = 2017, .month = 12, .source = "مجلة", .authors = {"سلمى", ""}, .tags = {"a", "b", "c"}});
  check_round_trip({.year = -44,
                    .month = 3,
                    .source = std::string("\0\xFF", 2),
                    .authors = {},
                    .tags = {std::string(5000, 't')}});
}

TEST_CASE("foreign bytes give what could be read and never throw") {
  const std::string packed =
      pack({.year = 2017, .month = 2, .source = "مجلة", .authors = {"سلمى"}, .tags = {"هواتف"}});
  for (std::size_t size = 0; size < packed.size(); ++size) {
    CAPTURE(size);
    const FacetValues part = unpack_facets(std::string_view(packed).substr(0, size));
    CHECK(part.tags.empty());
  }
  CHECK(unpack_facets("\xE1\x0F\x63").month == 0);
  CHECK(unpack_facets(std::string_view("\x01\x01\x00\xFF\xFF\xFF\xFF\x7F", 8)).authors.empty());
}

}  // namespace fihrist
