// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of dates that count from when a page was seen.
#include "analysis/relative_date.hpp"

#include <doctest/doctest.h>

#include <string>

namespace fihrist {
namespace {

std::string read(std::string_view text, std::string_view seen = "2017-03-31T10:30:00Z") {
  const auto date = parse_relative_date(text, parse_date(seen).value());
  return date ? to_iso(*date) : "nothing";
}

TEST_CASE("spans count back from when the page was seen, as exactly as they are said") {
  struct Row {
    std::string_view text;
    std::string_view date;
  };
  constexpr Row table[] = {
      {"اليوم", "2017-03-31"},
      {"أمس", "2017-03-30"},
      {"يوم أمس", "2017-03-30"},
      {"أول أمس", "2017-03-29"},
      {"منذ يومين", "2017-03-29"},
      {"منذ يوم", "2017-03-30"},
      {"قبل ٣ أيام", "2017-03-28"},
      {"منذ 21 يوماً", "2017-03-10"},
      {"منذ أسبوعين", "2017-03-17"},
      {"منذ ساعتين", "2017-03-31T08:30Z"},
      {"قبل 11 ساعة", "2017-03-30T23:30Z"},
      {"منذ ٥ دقائق", "2017-03-31T10:25Z"},
      {"منذ شهر", "2017-02"},
      {"منذ 4 أعوام", "2013"},
      {"منذ عام وشهرين", "2016-01"},
      {"منذ 2 ساعات", "2017-03-31T08:30Z"},
      {"3 hours ago", "2017-03-31T07:30Z"},
      {"il y a 2 jours", "2017-03-29"},
      {"yesterday", "2017-03-30"},
      {"1 عام, 1 شهر, 1 أسبوع, 1 يوم, 1 ساعة, 1 دقيقة", "2016-02-21T09:29Z"},
  };
  for (const Row& row : table) {
    CAPTURE(std::string(row.text));
    CHECK(read(row.text) == row.date);
  }
}

TEST_CASE("what is not said to be past, and prose, is no such date") {
  for (const std::string_view text :
       {"3 أيام", "منذ", "منذ 3", "5 دقائق قراءة", "منذ زمن بعيد", "قبل", "", "منذ 9000 عام"}) {
    CAPTURE(std::string(text));
    CHECK(read(text) == "nothing");
  }
}

TEST_CASE("without the hour of the capture, hours are days") {
  CHECK(read("منذ ساعتين", "2017-03-31") == "2017-03-31");
  CHECK(read("أمس", "2017-03") == "nothing");
}

}  // namespace
}  // namespace fihrist
