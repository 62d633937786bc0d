// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that are replaced whole, and stay.
#pragma once

#include <filesystem>
#include <string_view>

namespace fihrist {

/// Makes the file or replaces it at once: whoever reads it, and whoever looks after a power cut, sees the old
/// text or the new one, and the new one when this has returned. A draft lies beside it meanwhile, with ".new"
/// behind its name; one that a killed process left is written over. Throws Error(failed).
void replace_file(const std::filesystem::path& file, std::string_view text);

}  // namespace fihrist
