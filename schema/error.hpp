// SPDX-License-Identifier: GPL-3.0-or-later
// Failures of the world: what happened, why, and what to type next.
#pragma once

#include <stdexcept>
#include <string>

namespace fihrist {

/// The values are the program's exit codes (docs/operating.md) and are stable.
enum class ErrorCode : int {
  failed = 1,       ///< missing path, unreadable archive, disk full
  usage = 2,        ///< a value that was asked for makes no sense
  expectation = 4,  ///< --max-reject-ratio, test, search --exit-code
  locked = 5,       ///< another process writes to the index
  mismatch = 6,     ///< the index was made by other rules or in another format
  damaged = 7,      ///< the index cannot be read any more
};

/// Thrown when the world fails. what() is one sentence without a full stop's worth of jargon; hint() says
/// what to do next and may be empty. Expected absence is never an Error (std::optional, empty result).
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}
  ErrorCode code() const noexcept { return code_; }
  const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace fihrist
