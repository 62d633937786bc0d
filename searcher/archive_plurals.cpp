// SPDX-License-Identifier: GPL-3.0-or-later
// Reads learned plurals from the index and own ones from their file.
#include "searcher/archive_plurals.hpp"

#include "searcher/served_generation.hpp"

namespace fihrist {

ArchivePlurals read_archive_plurals(const std::filesystem::path& archive) {
  const ArchiveLayout layout(archive);
  return guarded("the index cannot be read", [&] {
    return plurals_in(open_served_generation(layout), read_own_plurals(layout.plurals()));
  });
}

}  // namespace fihrist
