// SPDX-License-Identifier: GPL-3.0-or-later
// What `fihrist serve` refuses before it serves; the server itself is tested in its own room.
#include <doctest/doctest.h>

#include "tests/cli/archive_fixture.hpp"

using namespace fihrist::test;

TEST_CASE("an option of serve that cannot be meant is a usage error, with the way to write it") {
  struct Row {
    const char *option, *value, *hint;
  };
  const Row rows[] = {
      {"--trusted-proxy", "localhost", "127.0.0.1, 10.0.0.0/8"},
      {"--trusted-proxy", "10.0.0.0/33", "127.0.0.1, 10.0.0.0/8"},
      {"--rate", "often", "5/s or 0.5/s"},
      {"--rate", "0/s", "5/s or 0.5/s"},
  };
  const ArchiveFixture fixture;
  for (const Row& row : rows) {
    CAPTURE(row.value);
    const Run run = fixture.run({"serve", "--listen", "127.0.0.1:0", row.option, row.value});
    CHECK(run.code == 2);
    CHECK(holds(run.err, std::string(row.option) + ": \"" + row.value));
    CHECK(holds(run.err, row.hint));
  }
}

TEST_CASE("serve tells all its options") {
  const Run help = run({"serve", "-h"});
  CHECK(help.code == 0);
  for (const char* option : {"--listen", "--prefix", "--threads", "--trusted-proxy", "--rate", "--access-log",
                             "--log-addresses"}) {
    CAPTURE(option);
    CHECK(holds(help.out, option));
  }
}
