// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered strings.
#include "schema/string_table.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

TEST_CASE("many strings at once get the numbers that they get one after another") {
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) texts.push_back("w" + std::to_string(i * 7 % 3000));
  texts.insert(texts.end(), {"", "w1", ""});
  StringTable one_by_one, at_once;
  std::vector<std::uint32_t> numbers;
  for (const std::string& text : texts) numbers.push_back(one_by_one.intern(text));
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const auto half = static_cast<std::ptrdiff_t>(views.size() / 2);
  auto all = at_once.intern_all({views.begin(), views.begin() + half});
  for (const std::uint32_t number : at_once.intern_all({views.begin() + half, views.end()}))
    all.push_back(number);
  CHECK(all == numbers);
  CHECK(at_once.size() == one_by_one.size());
  CHECK(at_once.intern_all({}).empty());
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
