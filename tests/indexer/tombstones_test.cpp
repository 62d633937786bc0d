// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that were removed for good.
#include "indexer/tombstones.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {

TEST_CASE("what was buried stays buried, by id and by address") {
  const test::TemporaryDirectory directory;
  const auto file = directory / "tombstones";
  bury(file, {.id = "a",
              .url = "https://example.com/a",
              .reason = "طلب \"الكاتب\"",
              .time = "2024-05-01T10:00:00Z"});
  bury(file, {.id = "b"});
  const Tombstones tombstones(file);
  CHECK(tombstones.buries({.id = "a"}));
  CHECK(tombstones.buries({.id = "b"}));
  CHECK(tombstones.buries({.id = "other", .url = "http://EXAMPLE.com/a/#x"}));
  CHECK_FALSE(tombstones.buries({.id = "c"}));
  CHECK_FALSE(tombstones.buries({.id = "c", .url = "https://example.com/c"}));
}

TEST_CASE("without a file nothing is buried") {
  CHECK_FALSE(Tombstones("/nonexistent/tombstones").buries({.id = "a"}));
}

TEST_CASE("a line that cannot be read is not passed over") {
  const test::TemporaryDirectory directory;
  for (const std::string hostile : {"{", "[]", "{\"url\":\"x\"}", "{\"id\":5}"}) {
    CAPTURE(hostile);
    test::write_file(directory / "tombstones", "{\"id\":\"a\"}\n\n" + hostile + "\n");
    try {
      const Tombstones tombstones(directory / "tombstones");
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::damaged);
      CHECK(std::string(error.what()).find(":3:") != std::string::npos);
    }
  }
}

TEST_CASE("a line that was cut short is passed over, and gives way to the next") {
  const test::TemporaryDirectory directory;
  const auto file = directory / "tombstones";
  bury(file, {.id = "a"});
  test::write_file(file, test::read_file(file) + "{\"id\":\"b\",\"ur");
  CHECK(Tombstones(file).buries({.id = "a"}));
  CHECK_FALSE(Tombstones(file).buries({.id = "b"}));
  bury(file, {.id = "c"});
  const Tombstones tombstones(file);
  CHECK(tombstones.buries({.id = "a"}));
  CHECK(tombstones.buries({.id = "c"}));
}

TEST_CASE("a last line that was written by hand, without its end, counts") {
  const test::TemporaryDirectory directory;
  const auto file = directory / "tombstones";
  test::write_file(file, "{\"id\":\"a\"}");
  CHECK(Tombstones(file).buries({.id = "a"}));
}

TEST_CASE("a tombstone that cannot be written fails") {
  CHECK_THROWS_AS(bury("/proc/tombstones", {.id = "a"}), Error);
}

}  // namespace fihrist
