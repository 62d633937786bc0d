// SPDX-License-Identifier: GPL-3.0-or-later
// Written aside and synced, renamed, and the directory synced: a rename may reach the disk before the bytes
// do.
#include "schema/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "schema/disk_error.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

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
  if (!file.open()) throw disk_error(path, "written");
  while (!text.empty()) {
    const ssize_t put = ::write(file.number(), text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) throw disk_error(path, "written");
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::fsync(file.number()) != 0) throw disk_error(path, "synced");
}

void sync(const fs::path& path, int flags) {
  const Descriptor file(path, O_RDONLY | flags);
  if (!file.open() || ::fsync(file.number()) != 0) throw disk_error(path, "synced");
}

}  // namespace

void replace_file(const fs::path& file, std::string_view text) {
  const fs::path draft = file.string() + ".new";
  write_synced(draft, text);
  if (::rename(draft.c_str(), file.c_str()) != 0) throw disk_error(file, "replaced");
  sync_directory(file.parent_path());
}

void sync_file(const fs::path& file) { sync(file, 0); }

void sync_directory(const fs::path& directory) { sync(directory, O_DIRECTORY); }

void sync_files(const fs::path& directory) {
  for (const auto& entry : fs::directory_iterator(directory)) sync_file(entry.path());
  sync_directory(directory);
}

}  // namespace fihrist
