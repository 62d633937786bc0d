// SPDX-License-Identifier: GPL-3.0-or-later
// fsync(2), file by file.
#include "indexer/file_sync.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "schema/archive_layout.hpp"
#include "schema/error.hpp"

namespace fihrist {

void sync_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  const int reason = errno;
  if (file >= 0) ::close(file);
  if (!synced)
    throw Error(ErrorCode::failed,
                fmt::format("{} cannot be synced: {}", path.string(), std::strerror(reason)),
                "See that the disk has space and is sound.");
}

void sync_files(const std::filesystem::path& directory) {
  for (const auto& entry : std::filesystem::directory_iterator(directory)) sync_file(entry.path());
  sync_directory(directory);
}

}  // namespace fihrist
