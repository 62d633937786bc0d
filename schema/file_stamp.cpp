// SPDX-License-Identifier: GPL-3.0-or-later
// One call into the kernel.
#include "schema/file_stamp.hpp"

#include <sys/stat.h>

#include <chrono>

namespace fihrist {
namespace {

constexpr std::int64_t nanoseconds_a_second = 1'000'000'000;

}  // namespace

bool FileStamp::is_old_enough() const {
  using std::chrono::nanoseconds;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<nanoseconds>(now).count() - changed > nanoseconds_a_second;
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileStamp{.device = status.st_dev,
                   .inode = status.st_ino,
                   .changed = status.st_ctim.tv_sec * nanoseconds_a_second + status.st_ctim.tv_nsec};
}

}  // namespace fihrist
