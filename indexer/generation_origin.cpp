// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text beside the database.
#include "indexer/generation_origin.hpp"

#include <fmt/format.h>

#include <fstream>
#include <optional>

#include "indexer/indexed_articles.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"

namespace fihrist {

namespace fs = std::filesystem;

namespace {

std::optional<std::uint64_t> revision_of(const fs::path& generation) {
  try {
    return IndexedArticles(generation).manifest().revision;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

void note_origin(const fs::path& generation, const fs::path& base) {
  const auto revision = revision_of(base);
  if (!revision) return;
  std::ofstream file(generation / origin_file);
  file << base.filename().string() << ' ' << *revision << '\n';
  if (!file.flush())
    throw Error(ErrorCode::failed, fmt::format("{} cannot be written", (generation / origin_file).string()),
                "Free some space on the disk and run the command again.");
}

bool misses_changes(const fs::path& generation, const fs::path& served) {
  fs::path at = generation;
  for (;;) {
    std::ifstream file(at / origin_file);
    std::string base;
    std::uint64_t revision = 0;
    if (!(file >> base >> revision)) return false;
    if (base == served.filename()) return revision_of(served).value_or(revision) != revision;
    const fs::path before = served.parent_path() / base;
    if (number_of_generation(before) >= number_of_generation(at)) return false;
    at = before;
  }
}

}  // namespace fihrist
