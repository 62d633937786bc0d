// SPDX-License-Identifier: GPL-3.0-or-later
// Where the process begins.
#include <iostream>
#include <string>
#include <vector>

#include "cli/program.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  fihrist::Console console = fihrist::process_console();
  return fihrist::run_program(std::vector<std::string>(argv + 1, argv + argc), console);
}
