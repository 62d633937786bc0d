// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in few bytes.
#include "schema/varint.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace fihrist {

TEST_CASE("a number comes back as it was, in the bytes that LEB128 gives it") {
  struct Row {
    std::uint64_t number;
    std::size_t bytes;
  };
  for (const auto& [number, bytes] : {Row{0, 1}, Row{127, 1}, Row{128, 2}, Row{16383, 2}, Row{16384, 3},
                                      Row{624485, 3}, Row{std::numeric_limits<std::uint64_t>::max(), 10}}) {
    CAPTURE(number);
    std::string packed;
    append_varint(packed, number);
    CHECK(packed.size() == bytes);
    std::string_view rest = packed;
    CHECK(take_varint(rest) == number);
    CHECK(rest.empty());
  }
}

TEST_CASE("a number that is cut short or too large is none, and ends the reading") {
  for (const std::string hostile : {"", "\x80", "\xFF\xFF", "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x02",
                                    "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"}) {
    CAPTURE(hostile.size());
    std::string_view rest = hostile;
    CHECK_FALSE(take_varint(rest).has_value());
    CHECK(rest.empty());
  }
}

TEST_CASE("a text longer than what is left is none") {
  std::string packed;
  append_text(packed, "شبكة");
  std::string_view whole = packed;
  CHECK(take_text(whole) == "شبكة");
  std::string_view cut = std::string_view(packed).substr(0, packed.size() - 1);
  CHECK_FALSE(take_text(cut).has_value());
  CHECK(cut.empty());
}

}  // namespace fihrist
