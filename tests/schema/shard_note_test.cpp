// SPDX-License-Identifier: GPL-3.0-or-later
// A part knows what it is a part of.
#include "schema/shard_note.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"

using namespace fihrist;

TEST_CASE("a note comes back as it was") {
  const ShardNote note{.cut = "0a1b 17 of 4", .number = 3, .of = 4, .articles = 25};
  CHECK(parse_shard_note(to_json(note)) == note);
}

TEST_CASE("an index without a note is no shard, and one that cannot be read is damaged") {
  struct Row {
    const char* text;
    ErrorCode code;
  };
  for (const Row& row : {Row{"", ErrorCode::mismatch},
                         {"{", ErrorCode::damaged},
                         {"{}", ErrorCode::damaged},
                         {R"({"cut":"a","number":0,"of":2,"articles":1})", ErrorCode::damaged},
                         {R"({"cut":"a","number":3,"of":2,"articles":1})", ErrorCode::damaged},
                         {R"({"cut":1,"number":1,"of":2,"articles":1})", ErrorCode::damaged}}) {
    CAPTURE(row.text);
    try {
      parse_shard_note(row.text);
      FAIL("it was read");
    } catch (const Error& error) {
      CHECK(error.code() == row.code);
    }
  }
}

TEST_CASE("each article of the whole has a term of its own") {
  CHECK(shard_rank_term(0) == "XR0");
  CHECK(shard_rank_term(5'000'000'000) == "XR5000000000");
}
