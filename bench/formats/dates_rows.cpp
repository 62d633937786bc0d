// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the dates that are read with tables of what others read in the same texts.
//
//   dates_rows FILE      a line a date: parser, text, the instant in UTC ("2003-12-31T10:14:55Z")
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "analysis/date.hpp"

namespace fihrist {
namespace {

/// An unknown zone counts as UTC, as the table does.
std::int64_t instant(const Date& date) {
  return civil_seconds(date) - 60 * date.utc_offset_minutes.value_or(0);
}

/// Years below 100, which no text of ours has, are in the table.
std::optional<std::int64_t> instant_of(const std::string& utc) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  if (std::sscanf(utc.c_str(), "%d-%d-%dT%d:%d:%dZ", &year, &month, &day, &hour, &minute, &second) != 6)
    return std::nullopt;
  const std::chrono::sys_days then{std::chrono::year{year} / month / day};
  return then.time_since_epoch().count() * std::int64_t{86400} + hour * 3600 + minute * 60 + second;
}

int compare(const char* file) {
  std::size_t all = 0;
  std::size_t right = 0;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream cells(line);
    std::string parser, text, wanted;
    std::getline(cells, parser, '\t');
    std::getline(cells, text, '\t');
    std::getline(cells, wanted, '\t');
    const auto date = parse_date(text);
    const auto expected = instant_of(wanted);
    ++all;
    if (date.has_value() == expected.has_value() && (!date || instant(*date) == *expected)) {
      ++right;
      continue;
    }
    std::cout << parser << ": \"" << text << "\" is " << wanted << ", read as "
              << (date ? to_iso(*date) : "nothing") << '\n';
  }
  std::cout << right << " of " << all << " dates\n";
  return right == all && all > 0 ? 0 : 1;
}

}  // namespace
}  // namespace fihrist

int main(int count, char** arguments) {
  if (count == 2) return fihrist::compare(arguments[1]);
  std::cerr << "usage: dates_rows FILE\n";
  return 2;
}
