// SPDX-License-Identifier: GPL-3.0-or-later
// Reads learned plurals from the index and own ones from their file.
#include "searcher/archive_plurals.hpp"

#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "schema/xapian_guard.hpp"

namespace fihrist {

ArchivePlurals read_archive_plurals(const std::filesystem::path& archive) {
  const ArchiveLayout layout(archive);
  const auto generation = layout.current_generation();
  if (!generation)
    throw Error(ErrorCode::failed, "there is no index in " + archive.string(),
                "Index some articles first: fihrist index FILE…");
  return guarded("the index cannot be read", [&] {
    const Xapian::Database database(generation->string());
    return ArchivePlurals{.learned = parse_learned_plurals(database.get_metadata(learned_plurals_key)),
                          .own = read_own_plurals(layout.plurals())};
  });
}

}  // namespace fihrist
