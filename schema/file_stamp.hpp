// SPDX-License-Identifier: GPL-3.0-or-later
// What tells one state of a file from another without reading it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace fihrist {

/// Two stamps of a file that is replaced by rename are equal only if it is the same, provided that the first
/// is old enough.
struct FileStamp {
  std::uint64_t device, inode;
  std::int64_t changed;  ///< nanoseconds since 1970, by the clock of the file system
  bool operator==(const FileStamp&) const = default;

  /// False less than a second after the file has changed, by this machine's clock. Clocks of file systems go
  /// in steps of some milliseconds, and the number of a file that was replaced is given to another one: of
  /// such a stamp the next change might leave no trace (as in Git's documentation, racy-git).
  bool is_old_enough() const;
};

/// Of the file at `path`; nothing when there is none, or it cannot be looked at.
std::optional<FileStamp> stamp_of(const std::string& path);

}  // namespace fihrist
