// SPDX-License-Identifier: GPL-3.0-or-later
// One writer at a time.
#pragma once

#include "schema/archive_layout.hpp"

namespace fihrist {

/// Held from its making to its end. The kernel lets go of it when the process dies, however it dies.
class WriteLock {
 public:
  /// Makes the archive's index directory when it is not there. Throws Error(locked), which names the
  /// process that holds it, or Error(failed).
  explicit WriteLock(const ArchiveLayout& layout);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace fihrist
