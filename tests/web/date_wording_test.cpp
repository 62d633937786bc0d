// SPDX-License-Identifier: GPL-3.0-or-later
// Dates are shown as exactly as they are known, Gregorian, with European digits.
#include "web/date_wording.hpp"

#include <doctest/doctest.h>

using namespace fihrist;

namespace {

Date date_of(DatePrecision precision) {
  return {.year = 2017, .month = 1, .day = 20, .hour = 16, .minute = 5, .precision = precision};
}

}  // namespace

TEST_CASE("a date is shown to its own precision") {
  const Messages messages(Language::arabic);
  const DateWording dates(messages);
  struct Row {
    DatePrecision precision;
    const char* full;
    const char* day;
    const char* day_in_year;
  };
  const Row rows[] = {
      {DatePrecision::year, "2017", "2017", "2017"},
      {DatePrecision::month, "يناير 2017", "يناير 2017", "يناير 2017"},
      {DatePrecision::day, "20 يناير 2017", "20 يناير 2017", "20 يناير"},
      {DatePrecision::minute, "20 يناير 2017، 16:05", "20 يناير 2017", "20 يناير"},
      {DatePrecision::second, "20 يناير 2017، 16:05", "20 يناير 2017", "20 يناير"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.full);
    CHECK(dates.full(date_of(row.precision)) == row.full);
    CHECK(dates.day(date_of(row.precision)) == row.day);
    CHECK(dates.day_in_year(date_of(row.precision)) == row.day_in_year);
  }
}

TEST_CASE("each profile names the months as its countries do") {
  const Messages messages(Language::arabic);
  struct Row {
    MonthNames names;
    const char* january;
    const char* july;
  };
  const Row rows[] = {
      {MonthNames::eastern, "يناير", "يوليو"},
      {MonthNames::levant, "كانون الثاني", "تموز"},
      {MonthNames::algeria_tunisia, "جانفي", "جويلية"},
      {MonthNames::morocco, "يناير", "يوليوز"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.july);
    const DateWording dates(messages, row.names);
    CHECK(dates.month_name(1) == row.january);
    CHECK(dates.month_name(7) == row.july);
  }
}

TEST_CASE("other languages name the months themselves") {
  const Messages english(Language::english);
  CHECK(DateWording(english).day(date_of(DatePrecision::day)) == "20 January 2017");
  const Messages french(Language::french);
  CHECK(DateWording(french).day(date_of(DatePrecision::day)) == "20 janvier 2017");
}
