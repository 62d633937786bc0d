// SPDX-License-Identifier: GPL-3.0-or-later
// What a generation was made of, and whether that has changed since.
#pragma once

#include <filesystem>

namespace fihrist {

/// In a generation that was made of another one lies a file `made-of`: its name and its revision then
/// ("gen-000001 17").
inline constexpr const char* origin_file = "made-of";

/// Writes that file into `generation`, not durably; no file when the base cannot be read, which is why one
/// builds another. Throws Error(failed).
void note_origin(const std::filesystem::path& generation, const std::filesystem::path& base);

/// True when `served` has taken in or lost articles since `generation` was made of it, directly or by way of
/// generations between them: serving `generation` would undo that. False when nothing of it can be known.
bool misses_changes(const std::filesystem::path& generation, const std::filesystem::path& served);

}  // namespace fihrist
