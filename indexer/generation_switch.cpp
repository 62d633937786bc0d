// SPDX-License-Identifier: GPL-3.0-or-later
// One rename each, after the generation was looked at.
#include "indexer/generation_switch.hpp"

#include <fmt/format.h>

#include <optional>

#include "indexer/generation_origin.hpp"
#include "indexer/indexed_articles.hpp"
#include "indexer/write_lock.hpp"
#include "schema/archive_layout.hpp"
#include "schema/durable_file.hpp"
#include "schema/error.hpp"
#include "schema/seal.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

std::string name_of(const fs::path& generation) { return generation.filename().string(); }

fs::path served_generation(const ArchiveLayout& layout) {
  if (auto served = layout.current_generation()) return std::move(*served);
  throw Error(ErrorCode::failed, fmt::format("there is no index in {}", layout.directory().string()),
              "Index something first, or name another archive with --archive.");
}

/// Gives its articles.
std::uint64_t look_at(const fs::path& generation) {
  if (!check_seal(generation).is_sound())
    throw Error(ErrorCode::damaged,
                fmt::format("{} is not as it was written, so it will not be served", name_of(generation)),
                "Build another one: fihrist rebuild");
  return IndexedArticles(generation).manifest().articles;
}

Switched serve(const ArchiveLayout& layout, const fs::path& served, const fs::path& chosen) {
  const std::uint64_t articles = look_at(chosen);
  layout.publish(chosen);
  return {.from = name_of(served), .to = name_of(chosen), .articles = articles};
}

/// A lock makes the index directory; an archive that is none must not come to be.
void require_archive(const ArchiveLayout& layout) {
  if (!fs::is_directory(layout.index())) served_generation(layout);
}

}  // namespace

Switched switch_forward(const fs::path& archive) {
  const ArchiveLayout layout(archive);
  require_archive(layout);
  const WriteLock lock(layout);
  const fs::path served = served_generation(layout);
  const fs::path newest = layout.generations().back();
  if (number_of_generation(newest) <= number_of_generation(served))
    throw Error(ErrorCode::failed,
                fmt::format("no generation is newer than {}, which is served", name_of(served)),
                "Build one beside it: fihrist rebuild");
  if (misses_changes(newest, served))
    throw Error(ErrorCode::failed,
                fmt::format("{} has changed since {} was built of it, and would lose that", name_of(served),
                            name_of(newest)),
                "Build another one: fihrist rebuild");
  return serve(layout, served, newest);
}

Switched switch_back(const fs::path& archive) {
  const ArchiveLayout layout(archive);
  require_archive(layout);
  const WriteLock lock(layout);
  const fs::path served = served_generation(layout);
  std::optional<fs::path> older;
  for (const fs::path& one : layout.generations())
    if (number_of_generation(one) < number_of_generation(served)) older = one;
  if (!older)
    throw Error(ErrorCode::failed,
                fmt::format("no generation is older than {}, which is served", name_of(served)),
                "Only the one before is kept. Restore a copy of the archive, or run: fihrist rebuild");
  return serve(layout, served, *older);
}

std::string adopt_generation(const fs::path& archive, const fs::path& from) {
  const ArchiveLayout layout(archive);
  const fs::path built = served_generation(ArchiveLayout(from));
  const fs::path place = layout.next_generation();
  std::error_code failure;
  fs::rename(built, place, failure);
  if (failure)
    throw Error(ErrorCode::failed, fmt::format("{} cannot be moved: {}", built.string(), failure.message()),
                "See that the archive directory may be written to.");
  note_origin(place, served_generation(layout));
  sync_files(place);
  sync_directory(layout.index());
  return name_of(place);
}

}  // namespace fihrist
