// SPDX-License-Identifier: GPL-3.0-or-later
// Generations and which one is served.
#include "schema/archive_layout.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {

namespace fs = std::filesystem;
using test::TemporaryDirectory;

TEST_CASE("an archive without an index has no generation, and its first is number one") {
  const TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  CHECK_FALSE(layout.current_generation().has_value());
  CHECK(layout.next_generation() == layout.index() / "gen-000001");
}

TEST_CASE("what was published is served, and replaces what was before") {
  const TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  for (const std::string name : {"gen-000001", "gen-000002"}) {
    fs::create_directories(layout.index() / name);
    layout.publish(layout.index() / name);
    CHECK(layout.current_generation() == layout.index() / name);
  }
  CHECK(test::read_file(layout.current()) == "gen-000002\n");
}

TEST_CASE("a generation that was not published is not served, and its number is not used again") {
  const TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  fs::create_directories(layout.index() / "gen-000007");
  fs::create_directories(layout.index() / "gen-old");
  CHECK_FALSE(layout.current_generation().has_value());
  CHECK(layout.next_generation() == layout.index() / "gen-000008");
}

TEST_CASE("a current that names no generation is a damaged index") {
  const TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  for (const std::string hostile :
       {"", "gen-000001", "..", "../index", "gen-", "gen-1/../..", "/etc", "gen-99999999999999999999"}) {
    CAPTURE(hostile);
    test::write_file(layout.current(), hostile);
    try {
      layout.current_generation();
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::damaged);
    }
  }
}

TEST_CASE("publishing a generation that is not there fails and leaves the served one") {
  const TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  fs::create_directories(layout.index() / "gen-000001");
  layout.publish(layout.index() / "gen-000001");
  CHECK_THROWS_AS(layout.publish(layout.index() / "gen-000002"), Error);
  CHECK(layout.current_generation() == layout.index() / "gen-000001");
}

}  // namespace fihrist
