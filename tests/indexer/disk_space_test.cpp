// SPDX-License-Identifier: GPL-3.0-or-later
// Room for what is going to be written.
#include "indexer/disk_space.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {

TEST_CASE("more than the disk has is refused, with the figures; what fits is not") {
  const test::TemporaryDirectory directory;
  CHECK_NOTHROW(require_space(directory.path(), 1));
  try {
    require_space(directory.path(), std::numeric_limits<std::uint64_t>::max());
    FAIL("a disk without end");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::failed);
    CHECK(std::string(error.what()).find("MiB free") != std::string::npos);
    CHECK_FALSE(error.hint().empty());
  }
}

TEST_CASE("the bytes of a directory are those of its files") {
  const test::TemporaryDirectory directory;
  test::write_file(directory / "a", "12345");
  test::write_file(directory / "b", "678");
  CHECK(bytes_in(directory.path()) == 8);
}

}  // namespace fihrist
