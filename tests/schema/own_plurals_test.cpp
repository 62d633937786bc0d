// SPDX-License-Identifier: GPL-3.0-or-later
// The file that an owner writes by hand or by the program.
#include "schema/own_plurals.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

std::vector<OwnPlural> read(const std::string& text) {
  const TemporaryDirectory directory;
  std::ofstream(directory / "plurals.tsv", std::ios::binary) << text;
  return read_own_plurals(directory / "plurals.tsv");
}

}  // namespace

TEST_CASE("own plurals come back as they were written") {
  const TemporaryDirectory directory;
  const std::vector<OwnPlural> rows{{.singular = "خرطوشة", .plurals = {"خراطيش", "خرطوشات"}},
                                    {.singular = "قطر", .plurals = {"قطار"}, .forbidden = true}};
  write_own_plurals(directory / "plurals.tsv", rows);
  CHECK(read_own_plurals(directory / "plurals.tsv") == rows);
  write_own_plurals(directory / "plurals.tsv", {});
  CHECK(read_own_plurals(directory / "plurals.tsv").empty());
}

TEST_CASE("no file, comments and empty lines have no rows") {
  CHECK(read_own_plurals("/nonexistent/plurals.tsv").empty());
  CHECK(read("# a comment\n\r\n\n").empty());
}

TEST_CASE("a suggestion with its evidence behind it is a row") {
  const auto rows = read("قلم\tأقلام\t# score 1.20\r\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0] == OwnPlural{.singular = "قلم", .plurals = {"أقلام"}});
}

TEST_CASE("a row that cannot be read is refused with its line") {
  for (const char* text :
       {"قلم\n", "قلم\t\n", "\tأقلام\n", "قلم\tأقلام\tقليم\n", "قلم\tأقلام|\n", "-\tأقلام\n"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read(text), Error);
  }
  try {
    read("# heading\nقلم\n");
    FAIL("read");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find(":2:") != std::string::npos);
    CHECK(error.code() == ErrorCode::failed);
  }
}

TEST_CASE("a directory that is not there cannot be written") {
  CHECK_THROWS_AS(write_own_plurals("/nonexistent/plurals.tsv", {}), Error);
}
