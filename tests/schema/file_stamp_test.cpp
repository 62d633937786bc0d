// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are replaced.
#include "schema/file_stamp.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "schema/archive_layout.hpp"
#include "schema/durable_file.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {

using test::TemporaryDirectory;

TEST_CASE("a file that is not there has no stamp") {
  const TemporaryDirectory directory;
  CHECK_FALSE(stamp_of((directory / "none").string()).has_value());
  CHECK_FALSE(stamp_of("").has_value());
}

TEST_CASE("each publishing gives the name of the served generation another stamp, and reading it none") {
  const TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  std::optional<FileStamp> before;
  for (const std::string name : {"gen-000001", "gen-000002", "gen-000001"}) {
    std::filesystem::create_directories(layout.index() / name);
    layout.publish(layout.index() / name);
    const auto stamp = stamp_of(layout.current().string());
    REQUIRE(stamp.has_value());
    CHECK(stamp != before);
    layout.current_generation();
    CHECK(stamp_of(layout.current().string()) == stamp);
    before = stamp;
  }
}

TEST_CASE("a stamp is not old enough when its file has just changed, or will have by our clock") {
  const TemporaryDirectory directory;
  const std::string path = (directory / "file").string();
  test::write_file(path, "a");
  const auto now = stamp_of(path);
  REQUIRE(now.has_value());
  constexpr std::int64_t hour = 3600 * std::int64_t{1'000'000'000};
  for (const auto& [later, is_old_enough] : {std::pair{hour, false}, {-hour, true}}) {
    FileStamp other = *now;
    other.changed += later;
    CHECK(other.is_old_enough() == is_old_enough);
  }
  using std::chrono::duration_cast, std::chrono::nanoseconds, std::chrono::system_clock;
  FileStamp fresh = *now;
  fresh.changed = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
  CHECK_FALSE(fresh.is_old_enough());
}

}  // namespace fihrist
