// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a function: arguments and streams in, exit code out.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"

namespace fihrist {

/// Runs `fihrist` with these arguments (without the program's name). Every failure comes out as a message
/// on Console::err and an exit code (docs/operating.md); nothing is thrown. Reads $FIHRIST_ARCHIVE.
int run_program(std::vector<std::string> arguments, Console& console) noexcept;

}  // namespace fihrist
