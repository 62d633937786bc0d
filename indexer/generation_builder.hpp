// SPDX-License-Identifier: GPL-3.0-or-later
// Many articles at once: a new generation, built aside and published when it is whole.
#pragma once

#include <filesystem>
#include <optional>

#include "indexer/changes.hpp"
#include "schema/archive_layout.hpp"
#include "schema/manifest.hpp"

namespace fihrist {

struct GenerationPlan {
  ArchiveLayout layout;
  std::optional<std::filesystem::path> base;  ///< generation whose documents it takes over as they are
  unsigned jobs = 1;
};

/// Writes each part of the spool as a small database of its own, several at a time, and merges them: cheaper
/// than one database that grows, because small ones are sorted in memory. The changes must only add articles.
/// Durable and published when it returns; before that, nothing of it is seen. The generation before is kept
/// for the way back, older ones are removed. Throws Error.
void build_generation(const GenerationPlan& plan, const Changes& changes, const Manifest& manifest);

/// Copies the served generation, which must be there, into a new one whose blocks are full, and serves that:
/// what changes in place have left half empty is given back. The same articles under the same revision;
/// durable, and kept, as above. Throws Error.
void pack_generation(const ArchiveLayout& layout);

/// Where a rebuild makes an archive of its own, for as long as it runs.
std::filesystem::path building_site(const ArchiveLayout& layout);

/// Removes what builds and rebuilds left that were killed. The caller holds the lock, which they hold too.
void remove_unfinished_generations(const ArchiveLayout& layout);

}  // namespace fihrist
