// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive knows of plurals by itself: learned when it was indexed, or written by its owner.
#pragma once

#include <filesystem>

#include "searcher/plural_groups.hpp"

namespace fihrist {

/// Of an archive directory: the served generation's learned pairs, and DIR/plurals.tsv. Throws Error: failed
/// (no index there yet, a row that cannot be read), damaged.
ArchivePlurals read_archive_plurals(const std::filesystem::path& archive);

}  // namespace fihrist
