// SPDX-License-Identifier: GPL-3.0-or-later
// Written aside and synced, renamed, and the directory synced: a rename may reach the disk before the bytes
// do.
#include "schema/durable_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "schema/archive_layout.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const char* what) {
  const int reason = errno;
  throw Error(ErrorCode::failed,
              fmt::format("{} cannot be {}: {}", path.string(), what, std::strerror(reason)),
              reason == ENOSPC ? "Free some space on the disk and run the command again."
                               : "See that the archive directory may be written to and its disk is sound.");
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags, mode_t mode = 0)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const noexcept { return number_; }
  bool open() const noexcept { return number_ >= 0; }

 private:
  int number_;
};

void write_synced(const fs::path& path, std::string_view text) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (!file.open()) fail(path, "written");
  while (!text.empty()) {
    const ssize_t put = ::write(file.number(), text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) fail(path, "written");
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::fsync(file.number()) != 0) fail(path, "synced");
}

}  // namespace

void replace_file(const fs::path& file, std::string_view text) {
  const fs::path draft = file.string() + ".new";
  write_synced(draft, text);
  if (::rename(draft.c_str(), file.c_str()) != 0) fail(file, "replaced");
  sync_directory(file.parent_path());
}

}  // namespace fihrist
