// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered strings.
#include "schema/string_table.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace fihrist {

TEST_CASE("strings are numbered from 0 in the order of their first appearance") {
  StringTable table;
  CHECK(table.intern("هاتف") == 0);
  CHECK(table.intern("شبكه") == 1);
  CHECK(table.intern("هاتف") == 0);
  CHECK(table.size() == 2);
  CHECK(table[1] == "شبكه");
  CHECK(table.find("شبكه") == 1);
  CHECK_FALSE(table.find("شبك").has_value());
}

TEST_CASE("the empty string, NULs and long strings are strings like any other") {
  StringTable table;
  const std::string nuls(3, '\0');
  const std::string large(200'000, 'x');
  CHECK(table.intern("") == 0);
  CHECK(table.intern(nuls) == 1);
  CHECK(table.intern(large) == 2);
  CHECK(table.intern("y") == 3);
  CHECK(table.find("") == 0);
  CHECK(table.find(nuls) == 1);
  CHECK(table[2] == large);
}

TEST_CASE("views stay where they are while the table grows and moves") {
  StringTable table;
  table.intern("الأولى");
  const std::string_view first = table[0];
  for (int i = 0; i < 100'000; ++i) table.intern("w" + std::to_string(i));
  StringTable moved = std::move(table);
  CHECK(first == "الأولى");
  CHECK(first.data() == moved[0].data());
  bool all_found = true;
  for (std::uint32_t i = 0; i < 100'000; ++i)
    all_found = all_found && moved.find("w" + std::to_string(i)) == i + 1;
  CHECK(all_found);
}

}  // namespace fihrist
