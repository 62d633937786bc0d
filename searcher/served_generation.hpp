// SPDX-License-Identifier: GPL-3.0-or-later
// The generation that an archive directory serves, and what it and its owner know of words. Internal to this
// room.
#pragma once

#include <filesystem>
#include <vector>

#include "schema/archive_layout.hpp"
#include "schema/lexicon.hpp"
#include "schema/manifest.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/archive_names.hpp"
#include "searcher/plural_groups.hpp"

namespace fihrist {

/// Throws Error(failed) when there is no index yet.
std::filesystem::path served_generation(const ArchiveLayout& layout);

/// The same, open. Throws what Xapian throws, too: to be called in guarded().
Xapian::Database open_served_generation(const ArchiveLayout& layout);

/// Every piece of the lexicon. Throws Error(damaged).
Lexicon load_lexicon(const Xapian::Database& database, const Manifest& manifest);

/// What the owner of an archive wrote into its directory.
struct OwnWords {
  std::vector<OwnName> names;
  std::vector<OwnPlural> plurals;
};
/// Throws Error(failed) for a row that cannot be read.
OwnWords read_own_words(const ArchiveLayout& layout);

/// What was mined or learned when the generation was written, beside what its owner wrote. Throw
/// Error(damaged).
ArchiveNames names_in(const Xapian::Database& database, std::vector<OwnName> own);
ArchivePlurals plurals_in(const Xapian::Database& database, std::vector<OwnPlural> own);

}  // namespace fihrist
