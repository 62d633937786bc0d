// SPDX-License-Identifier: GPL-3.0-or-later
// Which generation is served: forth, back, and one that was built elsewhere.
#pragma once

#include <filesystem>
#include <string>

namespace fihrist {

struct Switched {
  std::string from;  ///< "gen-000001"
  std::string to;
  std::uint64_t articles = 0;  ///< in the one that is served now
};

/// Serves the newest generation that is newer than the one that is served. Running servers follow at their
/// next request. The generation is read whole before: nothing changes when it is damaged or made by other
/// rules, or misses what the served one has taken in since it was built. Throws Error: failed (there is none,
/// or it misses changes), locked, damaged, mismatch.
Switched switch_forward(const std::filesystem::path& archive);

/// The same with the newest one that is older: the way back.
Switched switch_back(const std::filesystem::path& archive);

/// Moves the served generation of another archive on the same file system into this one, as its newest, and
/// does not serve it yet. Its name. The caller holds the archive's WriteLock. Throws Error.
std::string adopt_generation(const std::filesystem::path& archive, const std::filesystem::path& from);

}  // namespace fihrist
