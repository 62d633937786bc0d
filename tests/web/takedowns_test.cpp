// SPDX-License-Identifier: GPL-3.0-or-later
// What was taken down is known by its tombstone.
#include "web/takedowns.hpp"

#include <doctest/doctest.h>

#include "schema/archive_layout.hpp"
#include "tests/schema/temporary_directory.hpp"

using namespace fihrist;

TEST_CASE("an id with a tombstone was taken down, others were not, and broken lines are passed over") {
  const test::TemporaryDirectory archive;
  CHECK_FALSE(was_taken_down(archive.path(), "gone"));
  test::write_file(ArchiveLayout(archive.path()).tombstones(),
                   "not json\n{\"id\":7}\n[]\n{\"id\":\"gone\",\"reason\":\"asked\"}\n");
  CHECK(was_taken_down(archive.path(), "gone"));
  CHECK_FALSE(was_taken_down(archive.path(), "gon"));
  CHECK_FALSE(was_taken_down(archive.path(), ""));
}
