// SPDX-License-Identifier: GPL-3.0-or-later
// What every verb gets: the console, and the options that all verbs share.
#pragma once

#include <filesystem>
#include <functional>

#include "cli/console.hpp"

namespace fihrist {

struct SharedOptions {
  std::filesystem::path archive;  ///< --archive, else $FIHRIST_ARCHIVE, else ./archive
  bool json = false;
  bool quiet = false;
  bool verbose = false;
  bool no_color = false;
  bool no_input = false;  ///< never wait for somebody at the terminal
};

struct Session {
  Console& console;
  SharedOptions options;
};

/// Values of the exit codes that no Error carries; the others are ErrorCode's.
struct ExitCode {
  static constexpr int done = 0;
  static constexpr int failed = 1;
  static constexpr int usage = 2;
  static constexpr int some_rejected = 3;
  static constexpr int expectation = 4;
  static constexpr int damaged = 7;
  static constexpr int interrupted = 130;
};

/// The work that a verb was asked for; gives the exit code. Throws Error.
using VerbAction = std::function<int(Session&)>;

}  // namespace fihrist
