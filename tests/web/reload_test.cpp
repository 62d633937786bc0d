// SPDX-License-Identifier: GPL-3.0-or-later
// What a running server takes over when it is told to, between requests.
#include <doctest/doctest.h>

#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "tests/web/open_front.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

std::uint64_t found(OpenFront& open, const std::string& query) {
  return open.json("/api/v1/search?q=" + encoded(query))["total"];
}

}  // namespace

TEST_CASE(
    "a reload takes the names and plurals that the owner has added, and readers are given the new answer") {
  OpenFront open;
  const ArchiveLayout layout(open.archive.path());
  const std::string address = "/search?q=" + encoded("Zarqoon");
  const Response before = open.get(address);
  REQUIRE(found(open, "Zarqoon") == 0);
  REQUIRE(found(open, "حواسب") == 0);
  write_file(layout.names(), "Zarqoon\tنوكيا\n");
  write_file(layout.plurals(), "حاسوب\tحواسب\n");
  CHECK(found(open, "Zarqoon") == 0);
  open.front.reload();
  CHECK(found(open, "Zarqoon") == 1);
  CHECK(found(open, "حواسب") == 1);
  CHECK(open.ask(address, {.if_none_match = std::string(before.header("ETag"))}).status == 200);
  std::filesystem::remove(layout.names());
  open.front.reload();
  CHECK(found(open, "Zarqoon") == 0);
  CHECK(found(open, "حواسب") == 1);
}

TEST_CASE("a reload that cannot read the owner's names says so, and the old ones stay") {
  OpenFront open;
  const ArchiveLayout layout(open.archive.path());
  write_file(layout.names(), "Zarqoon\tنوكيا\n");
  open.front.reload();
  write_file(layout.names(), "no row\n");
  CHECK_THROWS_AS(open.front.reload(), Error);
  CHECK(found(open, "Zarqoon") == 1);
}
