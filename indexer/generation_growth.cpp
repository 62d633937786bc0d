// SPDX-License-Identifier: GPL-3.0-or-later
// One number beside the database.
#include "indexer/generation_growth.hpp"

#include <fmt/format.h>

#include <fstream>

#include "indexer/disk_space.hpp"
#include "schema/error.hpp"
#include "schema/seal.hpp"

namespace fihrist {

namespace fs = std::filesystem;

namespace {

constexpr double most_to_text = 1.45;
constexpr double most_to_built = 1.3;
constexpr std::uint64_t small = std::uint64_t{4} * 1024 * 1024;

}  // namespace

void note_size(const fs::path& generation) {
  const std::uint64_t bytes = bytes_in(generation);
  std::ofstream file(generation / size_file);
  file << bytes << '\n';
  if (!file.flush())
    throw Error(ErrorCode::failed, fmt::format("{} cannot be written", (generation / size_file).string()),
                "Free some space on the disk and run the command again.");
}

bool has_outgrown(const fs::path& generation, std::uint64_t text_bytes) {
  const auto bytes = static_cast<double>(bytes_in(generation));
  std::uint64_t built = 0;  // of a generation that does not say, the text decides alone
  std::ifstream(generation / size_file) >> built;
  return bytes > static_cast<double>(small) && bytes > most_to_text * static_cast<double>(text_bytes) &&
         bytes > most_to_built * static_cast<double>(built);
}

}  // namespace fihrist
