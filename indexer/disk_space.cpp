// SPDX-License-Identifier: GPL-3.0-or-later
// Free bytes, asked from the file system.
#include "indexer/disk_space.hpp"

#include <fmt/format.h>

#include "schema/error.hpp"

namespace fihrist {

void require_space(const std::filesystem::path& directory, std::uint64_t bytes) {
  constexpr std::uint64_t mebibyte = std::uint64_t{1024} * 1024;
  if (has_space(directory, bytes)) return;
  throw Error(ErrorCode::failed,
              fmt::format("the disk of {} has {} MiB free, this run may need {}", directory.string(),
                          std::filesystem::space(directory).available / mebibyte, bytes / mebibyte + 1),
              "Free some space and run the command again; nothing was changed.");
}

bool has_space(const std::filesystem::path& directory, std::uint64_t bytes) {
  std::error_code unknown;
  const auto space = std::filesystem::space(directory, unknown);
  // A file system that cannot tell is given the benefit of the doubt.
  return unknown || space.available >= bytes;
}

std::uint64_t bytes_in(const std::filesystem::path& directory) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) bytes += entry.file_size();
  return bytes;
}

}  // namespace fihrist
