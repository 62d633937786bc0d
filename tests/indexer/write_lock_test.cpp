// SPDX-License-Identifier: GPL-3.0-or-later
// One writer at a time.
#include "indexer/write_lock.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {

TEST_CASE("a second writer is refused and told who is writing") {
  const test::TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  const WriteLock lock(layout);
  try {
    const WriteLock second(layout);
    FAIL("two writers");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::locked);
    CHECK(std::string(error.what()).find(std::to_string(::getpid())) != std::string::npos);
  }
}

TEST_CASE("a lock that is gone, or a file left by a dead process, holds nobody up") {
  const test::TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  test::write_file(layout.lock(), "999999999 and some text of a dead process\n");
  { const WriteLock lock(layout); }
  const WriteLock again(layout);
  CHECK(test::read_file(layout.lock()) == std::to_string(::getpid()) + "\n");
}

TEST_CASE("an archive that cannot be written says so") {
  try {
    const WriteLock lock(ArchiveLayout("/proc/fihrist"));
    FAIL("written to /proc");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::failed);
    CHECK_FALSE(error.hint().empty());
  }
}

}  // namespace fihrist
