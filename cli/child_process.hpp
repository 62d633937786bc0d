// SPDX-License-Identifier: GPL-3.0-or-later
// Work that may hang or crash, where it harms nobody.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace fihrist {

/// Runs `work` in a child process and gives what it returns; nothing when the child did not end by itself in
/// time, which is then killed, or crashed. What `work` changes in memory is not seen. For programs of one
/// thread. Throws std::system_error when there can be no child.
std::optional<std::string> run_in_child(std::chrono::seconds time, const std::function<std::string()>& work);

}  // namespace fihrist
