// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that were taken down for good: their pages say so (410) instead of "not found".
#pragma once

#include <filesystem>
#include <string>

namespace fihrist {

/// True when the archive's file of tombstones (one JSON object a line, with "id") names this id. Reads
/// the file; lines that cannot be read are passed over, because a page needs no more than a hint.
bool was_taken_down(const std::filesystem::path& archive, const std::string& id);

}  // namespace fihrist
