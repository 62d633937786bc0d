// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian's errors as ours.
#include "schema/xapian_guard.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace fihrist {

TEST_CASE("each kind of Xapian's errors gets its own code, and says what was being done") {
  struct Row {
    std::function<void()> work;
    ErrorCode code;
  };
  for (const auto& [work, code] : {
           Row{[] { throw Xapian::DatabaseLockError("Unable to get write lock on x: already locked"); },
               ErrorCode::locked},
           Row{[] { throw Xapian::DatabaseLockError("Unable to get write lock on x: too many open files"); },
               ErrorCode::failed},
           Row{[] { throw Xapian::DatabaseVersionError("x"); }, ErrorCode::mismatch},
           Row{[] { throw Xapian::DatabaseCorruptError("x"); }, ErrorCode::damaged},
           Row{[] { throw Xapian::DatabaseNotFoundError("x"); }, ErrorCode::damaged},
           Row{[] { throw Xapian::DatabaseError("EOF reading block 3"); }, ErrorCode::damaged},
           Row{[] { throw Xapian::DatabaseError("Error reading block 3"); }, ErrorCode::failed},
           Row{[] { throw Xapian::DatabaseOpeningError("x"); }, ErrorCode::failed},
           Row{[] { throw Xapian::InvalidArgumentError("x"); }, ErrorCode::failed},
       }) {
    try {
      guarded("the index cannot be opened", work);
      FAIL("nothing was thrown");
    } catch (const Error& error) {
      CHECK(error.code() == code);
      CHECK(std::string(error.what()).starts_with("the index cannot be opened"));
    }
  }
}

TEST_CASE("a database that was changed meanwhile is left to the caller, who runs again") {
  CHECK_THROWS_AS(guarded("reading", [] { throw Xapian::DatabaseModifiedError("x"); }),
                  Xapian::DatabaseModifiedError);
}

TEST_CASE("what the work returns comes through") {
  CHECK(guarded("reading", [] { return 7; }) == 7);
}

}  // namespace fihrist
