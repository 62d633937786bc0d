// SPDX-License-Identifier: GPL-3.0-or-later
// flock(2) on a file that holds the number of the process.
#include "indexer/write_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
  throw Error(ErrorCode::failed, fmt::format("{} cannot be written: {}", path.string(), reason),
              "See that the archive directory may be written to, or name another one with --archive.");
}

std::string holder(int file) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  std::string number(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  number.erase(std::min(number.find('\n'), number.size()));
  return number.empty() ? "another process" : "process " + number;
}

}  // namespace

WriteLock::WriteLock(const ArchiveLayout& layout) {
  std::error_code error;
  fs::create_directories(layout.index(), error);
  if (error) fail(layout.index(), error.message());
  file_ = ::open(layout.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file_ < 0) fail(layout.lock(), std::strerror(errno));
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    const std::string who = holder(file_);
    ::close(file_);
    throw Error(ErrorCode::locked, fmt::format("{} is writing to this index", who),
                "Wait until it has finished, or stop it, and run the command again.");
  }
  const std::string text = fmt::format("{}\n", ::getpid());
  if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, text.data(), text.size(), 0) < 0) {
    const int reason = errno;
    ::close(file_);
    fail(layout.lock(), std::strerror(reason));
  }
}

WriteLock::~WriteLock() { ::close(file_); }

}  // namespace fihrist
