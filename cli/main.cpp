// SPDX-License-Identifier: GPL-3.0-or-later
// Where the process begins, and its last resort.
#include <unistd.h>

#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program.hpp"
#include "cli/session.hpp"

namespace {

/// Xapian 1.4.22 ends the process, by std::terminate, where a block cannot be written while it commits:
/// nothing catches that. The index is then as of the last commit, and the next run goes on from there.
[[noreturn]] void end_with_a_message() noexcept {
  constexpr std::string_view message =
      "error: the index could not be written, and what was being done cannot be undone step by step\n"
      "See that the disk has space and is sound, and run the same command again.\n";
  [[maybe_unused]] const ssize_t told = ::write(STDERR_FILENO, message.data(), message.size());
  ::_exit(fihrist::ExitCode::failed);
}

}  // namespace

int main(int argc, char** argv) {
  std::set_terminate(end_with_a_message);
  std::ios::sync_with_stdio(false);
  fihrist::Console console = fihrist::process_console();
  return fihrist::run_program(std::vector<std::string>(argv + 1, argv + argc), console);
}
