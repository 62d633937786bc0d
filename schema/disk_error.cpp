// SPDX-License-Identifier: GPL-3.0-or-later
// A full disk has another cure than a broken one.
#include "schema/disk_error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace fihrist {

Error disk_error(const std::filesystem::path& path, const char* what) {
  const int reason = errno;
  return {ErrorCode::failed, fmt::format("{} cannot be {}: {}", path.string(), what, std::strerror(reason)),
          reason == ENOSPC ? "Free some space on the disk and run the command again."
                           : "See that the archive directory is accessible and its disk sound."};
}

}  // namespace fihrist
