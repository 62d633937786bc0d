// SPDX-License-Identifier: GPL-3.0-or-later
// Making files durable.
#pragma once

#include <filesystem>

namespace fihrist {

/// fsync of one file. Throws Error(failed).
void sync_file(const std::filesystem::path& path);

/// fsync of each file in a directory, then of the directory. Throws Error(failed).
void sync_files(const std::filesystem::path& directory);

}  // namespace fihrist
