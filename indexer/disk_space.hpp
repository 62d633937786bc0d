// SPDX-License-Identifier: GPL-3.0-or-later
// Is there room for what is going to be written?
#pragma once

#include <cstdint>
#include <filesystem>

namespace fihrist {

/// Throws Error(failed) when the disk of a directory has fewer bytes free. To be asked before Xapian
/// writes: when the disk fills up inside its commit(), Xapian 1.4.22 may end the process. The index is
/// sound even then, but nobody is told why.
void require_space(const std::filesystem::path& directory, std::uint64_t bytes);

/// Whether the disk of a directory has so many bytes free, or does not tell.
bool has_space(const std::filesystem::path& directory, std::uint64_t bytes);

/// Sum of the files in a directory.
std::uint64_t bytes_in(const std::filesystem::path& directory);

}  // namespace fihrist
