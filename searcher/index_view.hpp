// SPDX-License-Identifier: GPL-3.0-or-later
// One committed state as one thread reads it. Internal to this room.
#pragma once

#include "schema/fields.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/archive_state.hpp"

namespace fihrist {

/// The database is the thread's own, the state is shared; both outlive the call that they are passed to.
struct IndexView {
  const Xapian::Database& database;
  const ArchiveState& state;

  const Lexicon& lexicon() const { return state.lexicon(); }
};

inline Xapian::valueno slot_number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

}  // namespace fihrist
