// SPDX-License-Identifier: GPL-3.0-or-later
// Files that stay what a finished command made them, whatever happens to the machine.
#pragma once

#include <filesystem>
#include <string_view>

namespace fihrist {

/// Makes the file or replaces it at once: whoever reads it, and whoever looks after a power cut, sees the old
/// text or the new one, and the new one when this has returned. A draft lies beside it meanwhile, with ".new"
/// behind its name; one that a killed process left is written over. Throws Error(failed).
void replace_file(const std::filesystem::path& file, std::string_view text);

/// fsync of one file. Throws Error(failed).
void sync_file(const std::filesystem::path& file);

/// fsync of a directory: makes renames and new files in it durable. Throws Error(failed).
void sync_directory(const std::filesystem::path& directory);

/// fsync of each file in a directory, then of the directory. Throws Error(failed).
void sync_files(const std::filesystem::path& directory);

}  // namespace fihrist
