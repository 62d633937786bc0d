// SPDX-License-Identifier: GPL-3.0-or-later
// A console on strings, and the program run on it.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"

namespace fihrist::test {

struct StringConsole {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{.in = in, .out = out, .err = err};
};

struct Run {
  int code = 0;
  std::string out;
  std::string err;
};

inline Run run(const std::vector<std::string>& arguments) {
  StringConsole streams;
  const int code = run_program(arguments, streams.console);
  return {.code = code, .out = streams.out.str(), .err = streams.err.str()};
}

}  // namespace fihrist::test
