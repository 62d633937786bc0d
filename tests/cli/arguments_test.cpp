// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the arguments that the option parser would misread.
#include "cli/arguments.hpp"

#include <doctest/doctest.h>

using namespace fihrist;

TEST_CASE("an Arabic word behind a hyphen is marked, and comes back as it was") {
  const auto marked = protected_arguments({"search", "هاتف", "-نوكيا", "[iOS]", "--limit", "-n", "-"});
  CHECK(marked[2] == std::string(1, '\0') + "-نوكيا");
  CHECK(marked[3] == std::string(1, '\0') + "[iOS]");
  CHECK(unprotected(marked[2]) == "-نوكيا");
  for (const std::size_t plain : {0U, 1U, 4U, 5U, 6U}) {
    CAPTURE(plain);
    CHECK(marked[plain] == unprotected(marked[plain]));
  }
}

TEST_CASE("help VERB is VERB --help") {
  CHECK(protected_arguments({"help", "search"}) == std::vector<std::string>{"search", "--help"});
  CHECK(protected_arguments({"help"}) == std::vector<std::string>{"--help"});
  CHECK(protected_arguments({"search", "help"}) == std::vector<std::string>{"search", "help"});
}
