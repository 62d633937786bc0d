// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of what is written to terminals and to pipes.
#include "cli/console.hpp"

#include <doctest/doctest.h>

#include "tests/cli/string_console.hpp"

using namespace fihrist;
using fihrist::test::StringConsole;

namespace {

const std::string first_strong_isolate = "\xE2\x81\xA8";
const std::string pop_isolate = "\xE2\x81\xA9";

}  // namespace

TEST_CASE("Arabic text is isolated on a terminal and bare in a pipe") {
  StringConsole streams;
  CHECK(streams.console.text("هاتف Galaxy S8") == "هاتف Galaxy S8");
  streams.console.out_is_terminal = true;
  CHECK(streams.console.text("هاتف Galaxy S8") == first_strong_isolate + "هاتف Galaxy S8" + pop_isolate);
  CHECK(streams.console.message_text("هاتف") == "هاتف");
}

TEST_CASE("an archive cannot drive the terminal") {
  const std::string hostile = "title\x1b[2J\x07\nsecond\xE2\x80\xAEline";
  CHECK(isolated(hostile) == first_strong_isolate + "title[2J secondline" + pop_isolate);
}

TEST_CASE("bold is for coloured terminals only") {
  StringConsole streams;
  streams.console.colored = true;
  CHECK(streams.console.bold("x") == "x");
  streams.console.out_is_terminal = true;
  CHECK(streams.console.bold("x") == "\x1b[1mx\x1b[0m");
  streams.console.colored = false;
  CHECK(streams.console.bold("x") == "x");
}

TEST_CASE("quiet keeps errors and their hints") {
  StringConsole streams;
  streams.console.quiet = true;
  streams.console.message("all is well");
  streams.console.error("it failed", "do this next");
  CHECK(streams.err.str() == "error: it failed\ndo this next\n");
}
