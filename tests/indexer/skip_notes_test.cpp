// SPDX-License-Identifier: GPL-3.0-or-later
// What was passed over, in few lines.
#include "indexer/skip_notes.hpp"

#include <doctest/doctest.h>

namespace fihrist {

TEST_CASE("the first of a reason is named, and the others are counted") {
  SkipNotes notes(false);
  for (const char* name : {"a", "b", "c"}) notes.add("hidden", name);
  notes.add("empty", "d");
  CHECK(notes.lines() == std::vector<std::string>{"a: hidden (and 2 more)", "d: empty"});
}

TEST_CASE("all are named when all are asked for") {
  SkipNotes notes(true);
  for (const char* name : {"a", "b"}) notes.add("hidden", name);
  CHECK(notes.lines() == std::vector<std::string>{"a: hidden", "b: hidden"});
}

TEST_CASE("nothing skipped, nothing said") { CHECK(SkipNotes(true).lines().empty()); }

}  // namespace fihrist
