// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where Xapian's errors become ours. Xapian::Error is not polymorphic: only the order of the
// catch clauses tells its kinds apart.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "schema/error.hpp"

namespace fihrist {

[[noreturn]] inline void throw_damaged_index(const std::string& reason) {
  throw Error(ErrorCode::damaged, reason,
              "Restore a copy of the archive, or move its index directory away and index the sources again.");
}

/// Runs `work` and returns what it returns. Xapian's exceptions come out as Error, but for
/// Xapian::DatabaseModifiedError, which passes: the searcher reopens and runs the whole search again.
template <typename Work>
auto guarded(const std::string& what, Work&& work) -> decltype(std::forward<Work>(work)()) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::DatabaseLockError& error) {
    // Also thrown where the file of the lock cannot be made: then nobody is to be waited for.
    if (!error.get_msg().ends_with("already locked"))
      throw Error(ErrorCode::failed, what + ": " + error.get_msg(),
                  "See that the archive directory is accessible and its disk has space.");
    throw Error(ErrorCode::locked, what + ": another process is writing to this index",
                "Wait until it has finished, or stop it, and run the command again.");
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::mismatch, what + ": " + error.get_msg(),
                "The index was written by another version of Xapian: move its index directory away and index "
                "the sources again.");
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw_damaged_index(what + ": " + error.get_msg());
  } catch (const Xapian::DatabaseNotFoundError& error) {
    throw_damaged_index(what + ": " + error.get_msg());
  } catch (const Xapian::Error& error) {
    // What it says of a table that is shorter than its blocks.
    if (error.get_msg().starts_with("EOF reading block")) throw_damaged_index(what + ": " + error.get_msg());
    const std::string reason =
        error.get_error_string() ? std::string(" (") + error.get_error_string() + ")" : "";
    throw Error(ErrorCode::failed, what + ": " + error.get_msg() + reason,
                "See that the archive directory is accessible and its disk has space.");
  }
}

}  // namespace fihrist
