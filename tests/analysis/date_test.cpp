// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of dates: what is read as one, what it means, how it is written and ordered.
#include "analysis/date.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/analysis/reading_dates.hpp"

namespace fihrist {
namespace {

/// The instant, with an unknown zone taken for UTC, in the form of tables of feeds.
std::string read_as_utc(std::string_view text) {
  const auto date = parse_date(text);
  if (!date) return {};
  const std::int64_t seconds = civil_seconds(*date) - 60 * date->utc_offset_minutes.value_or(0);
  std::int64_t day = seconds / 86400;
  std::int64_t clock = seconds % 86400;
  if (clock < 0) {
    clock += 86400;
    --day;
  }
  const std::chrono::year_month_day civil{std::chrono::sys_days{std::chrono::days{day}}};
  Date utc{.year = static_cast<std::int16_t>(static_cast<int>(civil.year())),
           .month = static_cast<std::uint8_t>(static_cast<unsigned>(civil.month())),
           .day = static_cast<std::uint8_t>(static_cast<unsigned>(civil.day())),
           .hour = static_cast<std::uint8_t>(clock / 3600),
           .minute = static_cast<std::uint8_t>(clock / 60 % 60),
           .second = static_cast<std::uint8_t>(clock % 60),
           .precision = DatePrecision::second,
           .utc_offset_minutes = 0};
  return to_iso(utc);
}

TEST_CASE("ISO 8601 and RFC 3339 keep their precision and their zone") {
  check_dates({
      {"2017", "2017"},
      {"2017-01", "2017-01"},
      {"2017-01-20", "2017-01-20"},
      {"2017-1-5", "2017-01-05"},
      {"2017-020", "2017-01-20"},
      {"20170120", "2017-01-20"},
      {"2017-01-20T16:56", "2017-01-20T16:56"},
      {"2017-01-20 16:56:07", "2017-01-20T16:56:07"},
      {"2017-01-20T16:56:07.25Z", "2017-01-20T16:56:07Z"},
      {"2017-01-20T21:43:00+01:00", "2017-01-20T21:43:00+01:00"},
      {"2017-01-20T21:43-0330", "2017-01-20T21:43-03:30"},
      {"20170120T165607Z", "2017-01-20T16:56:07Z"},
      {"2008-11-10T05:00:00.001-08:00", "2008-11-10T05:00:00-08:00"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
      {"-1701", "2017-01"},
      {"2017-W03-5", "2017-01-20"},
      {"2017W035", "2017-01-20"},
      {"2017-W03", "2017-01-16"},
      {"2017-W01-1", "2017-01-02"},
      {"2016-W53-7", "-"},
      {"2020-W53-5", "2021-01-01"},
      {"2017-W03-8", "-"},
      {"2017-W00-1", "-"},
      {"2017-W03-5T16:56:00Z", "2017-01-20T16:56:00Z"},
      {"2017020", "2017-01-20"},
      {"2017-366", "-"},
      {"2016-366", "2016-12-31"},
      {"1484931", "-"},
      {"2017-01-20T16:56:07Z[UTC]", "2017-01-20T16:56:07Z"},
      {"2017-01-20T16:56:07+03:00[Asia/Riyadh][u-ca=islamic-umalqura]", "2017-01-20T16:56:07+03:00"},
      {"2017-01-20T16:56[Africa/Cairo]", "2017-01-20T16:56"},
      {"2017-01-20T16:56:07Z[UTC", "-"},
      {"17-01-20", "2017-01-20"},
      {"040120", "2004-01-20"},
  });
}

TEST_CASE("mail and feed dates are read, with their zones") {
  check_dates({
      {"Fri, 20 Jan 2017 16:56:07 +0300", "2017-01-20T16:56:07+03:00"},
      {"Fri, 20 Jan 2017 16:56:07 GMT", "2017-01-20T16:56:07Z"},
      {"20 Jan 17 16:56 EST", "2017-01-20T16:56-05:00"},
      {"Fri, 20 Jan 99 16:56:07 PDT", "1999-01-20T16:56:07-07:00"},
      {"Fri,20 January 2017 16:56:07 GMT+01:00", "2017-01-20T16:56:07+01:00"},
      {"Fri Jan 20 16:56:07 2017", "2017-01-20T16:56:07"},
      {"Fri Jan 20 16:56:07 +0000 2017", "2017-01-20T16:56:07Z"},
      {"Fri Jan 20 2017 16:56:00 GMT+0300 (Arabian Standard Time)", "2017-01-20T16:56:00+03:00"},
      {"Fri, 20 Jan 2017 16:56:07 AST", "2017-01-20T16:56:07"},
  });
}

TEST_CASE("dates as pages show them are read") {
  check_dates({
      {"January 20, 2017 at 04:56PM", "2017-01-20T16:56"},
      {"20th January 2017", "2017-01-20"},
      {"Jan. 20, 2017, 5 p.m.", "2017-01-20T17:00"},
      {"20 janvier 2017", "2017-01-20"},
      {"٢٠ جانفي ٢٠١٧", "2017-01-20"},
      {"الجمعة، 20 يناير 2017", "2017-01-20"},
      {"يوم الجمعة الموافق 20 يناير 2017", "2017-01-20"},
      {"20 من شهر يناير لعام 2017", "2017-01-20"},
      {"يناير 2017", "2017-01"},
      {"20يناير2017", "2017-01-20"},
      {"1 يناير 2017 - 12:05 ص", "2017-01-01T00:05"},
      {"2017/01/20 | 16:56", "2017-01-20T16:56"},
      {"آخر تحديث 20/01/2017 الساعة 16:56", "2017-01-20T16:56"},
      {"آخر تحديث: ٢٠ يناير ٢٠١٧ - ٤:٥٦ مساءً", "2017-01-20T16:56"},
      {"تم التحديث في 20 كانون الثاني 2017 الساعة 4 عصرًا", "2017-01-20T16:00"},
      {"تم نشره بتاريخ 20-1-2017", "2017-01-20"},
      {"تمت إضافته يوم الجمعة 20 يناير 2017", "2017-01-20"},
      {"نُشر في: 20 يناير 2017 الساعة 12:30 بعد منتصف الليل", "2017-01-20T00:30"},
      {"حُرّر بتاريخ 20 يناير 2017 عند 16:56", "2017-01-20T16:56"},
      {"20 يناير 2017 الساعة 8 مساءا", "2017-01-20T20:00"},
      {"20 يناير 2017 الساعة 3 بعد الظهر", "2017-01-20T15:00"},
      {"Last updated: 20 January 2017 16:56", "2017-01-20T16:56"},
      {"Mis à jour le 20 janvier 2017 à 16h56", "2017-01-20T16:56"},
      {"آخر تحديث للنظام في 20 يناير 2017", "-"},
      {"16:56 - 20/1/2017", "2017-01-20T16:56"},
      {"٢٠ يناير ٢٠١٧، الساعة ٤:٥٦ مساءً بتوقيت غرينتش", "2017-01-20T16:56Z"},
  });
}

TEST_CASE("a numeric date is day first, but where only the other order is possible") {
  check_dates({
      {"20/01/2017", "2017-01-20"},
      {"01/02/2017", "2017-02-01"},
      {"01/20/2017", "2017-01-20"},
      {"20.1.2017", "2017-01-20"},
      {"20-1-2017", "2017-01-20"},
      {"20/01/17", "2017-01-20"},
      {"2017/01/20", "2017-01-20"},
      {"01/2017", "2017-01"},
      {"2017/1", "2017-01"},
  });
}

TEST_CASE("Hijri dates become Gregorian by Umm al-Qura") {
  check_dates({
      {"22 ربيع الآخر 1438", "2017-01-20"},
      {"22 ربيع الثاني 1438 هـ", "2017-01-20"},
      {"٢٢ ربيع الآخر ١٤٣٨هـ", "2017-01-20"},
      {"22/4/1438", "2017-01-20"},
      {"1438/4/22 هـ", "2017-01-20"},
      {"1 محرم 1445", "2023-07-19"},
      {"1 رمضان 1444 هـ", "2023-03-23"},
      {"9 ذو الحجة 1444", "2023-06-27"},
      {"9 ذي الحجة 1444", "2023-06-27"},
      {"ربيع الآخر 1438", "2017-01"},
      {"1438 هـ", "2017"},
      {"22 ربيع الآخر 1438 هـ الموافق 20 يناير 2017 م", "2017-01-20"},
      {"20 يناير 2017 الموافق 22/4/1438 هـ", "2017-01-20"},
      {"22 ربيع الآخر 2017 م", "-"},
  });
}

TEST_CASE("seconds and milliseconds since 1970 and stamps of web archives are read") {
  check_dates({
      {"1484931360", "2017-01-20T16:56:00Z"},
      {"1484931360123", "2017-01-20T16:56:00Z"},
      {"1484931360.5", "2017-01-20T16:56:00Z"},
      {"20170120165607", "2017-01-20T16:56:07"},
      {"201701201656", "2017-01-20T16:56"},
      {"999999999", "2001-09-09T01:46:39Z"},
  });
}

TEST_CASE("invisible marks around digits do not hide a date") {
  CHECK(read_date("20\u200F/01\u200F/2017") == "2017-01-20");
  CHECK(read_date("\u202B20 يناير 2017\u202C") == "2017-01-20");
  CHECK(read_date("20\u00A0يناير\u202F2017") == "2017-01-20");
  CHECK(read_date("20 ينـــاير 2017") == "2017-01-20");
  CHECK(read_date("20 ينايِر 2017") == "2017-01-20");
}

TEST_CASE("what is not one date and nothing else is no date") {
  check_dates({
      {"", "-"},
      {" ", "-"},
      {"هاتف", "-"},
      {"20", "-"},
      {"013", "-"},
      {"22013", "-"},
      {"20 يناير", "-"},
      {"5 pm", "-"},
      {"16:56", "-"},
      {"2017-02-30", "-"},
      {"29/2/2017", "-"},
      {"2017-13-01", "-"},
      {"13/13/2017", "-"},
      {"2017-01-20T25:00", "-"},
      {"2017-01-20T16:56:07-99:99", "-"},
      {"2017-01-20T16:56:07Zoo", "-"},
      {"2017-01-20-01", "-"},
      {"0000-00-00 00:00:00", "-"},
      {"Mon, 30 Nov -0001 00:00:00 +0000", "-"},
      {"20 Jan 2017 1:2:3:4", "-"},
      {"7.1.17", "-"},
      {"1920/1080", "-"},
      {"2017-2018", "-"},
      {"3.14", "-"},
      {"منذ 3 أيام", "-"},
      {"أمس", "-"},
      {"تويتر 20 يناير 2017", "-"},
      {"في عام 2017 أطلقت الشركة هاتفا", "-"},
      {"20 يناير 2017 الموافق 21 يناير 2017", "-"},
      {"مارس", "-"},
      {"January 20, 2017 at", "2017-01-20"},
  });
}

TEST_CASE("hostile text is no date and costs no time") {
  CHECK(read_date(std::string(1'000'000, '1')) == "-");
  CHECK(read_date(std::string(200, '-')) == "-");
  CHECK(read_date(std::string(200, '(')) == "-");
  CHECK(read_date("\xFF\xFE\xD8") == "-");
  CHECK(read_date("9999999999999999999") == "-");
  CHECK(read_date("2017-01-20T16:56:07.99999999999999999999Z") == "-");
  CHECK(read_date("20 يناير 99999") == "-");
}

TEST_CASE("what to_iso writes is read back as the same date") {
  for (const std::string_view text :
       {"2017", "2017-01", "2017-01-20", "2017-01-20T16:56", "2017-01-20T16:56:07", "2017-01-20T16:56Z",
        "2017-01-20T16:56:07+05:30", "2017-01-20T16:56:07-09:30", "1000-01-01", "9999-12-31T23:59:59Z"}) {
    CAPTURE(text);
    const auto date = parse_date(text);
    REQUIRE(date);
    CHECK(to_iso(*date) == text);
    CHECK(parse_date(to_iso(*date)) == date);
  }
}

TEST_CASE("civil seconds leave the zone out") {
  CHECK(civil_seconds(*parse_date("1970-01-01")) == 0);
  CHECK(civil_seconds(*parse_date("2017-01-20T16:56:00Z")) == 1484931360);
  CHECK(civil_seconds(*parse_date("2017-01-20T16:56:00+03:00")) == 1484931360);
  CHECK(civil_seconds(*parse_date("1969-12-31T23:59:59")) == -1);
}

TEST_CASE("a date ends with the last second that it covers") {
  struct Row {
    std::string_view date;
    std::string_view end;
  };
  for (const Row& row :
       {Row{"2017", "2017-12-31T23:59:59"}, Row{"2017-01", "2017-01-31T23:59:59"},
        Row{"2016-02", "2016-02-29T23:59:59"}, Row{"2017-12", "2017-12-31T23:59:59"},
        Row{"2017-01-20", "2017-01-20T23:59:59"}, Row{"2017-01-20T16:56", "2017-01-20T16:56:59"},
        Row{"2017-01-20T16:56:07", "2017-01-20T16:56:07"}}) {
    CAPTURE(row.date);
    CHECK(civil_seconds_end(*parse_date(row.date)) == civil_seconds(*parse_date(row.end)));
    CHECK(civil_seconds_end(*parse_date(row.date)) >= civil_seconds(*parse_date(row.date)));
  }
}

TEST_CASE("a table of dates from feeds gives the instants that it names") {
  // Lines of parser, text, instant in UTC, as the tests of feed readers have them; not part of the tree.
  const char* path = std::getenv("FIHRIST_DATES_TABLE");
  if (path == nullptr) return;
  std::ifstream table(path);
  REQUIRE(table);
  std::string line;
  while (std::getline(table, line)) {
    const std::size_t first = line.find('\t');
    const std::size_t last = line.rfind('\t');
    if (line.starts_with('#') || first == last) continue;
    const std::string text = line.substr(first + 1, last - first - 1);
    CAPTURE(text);
    CHECK(read_as_utc(text) == line.substr(last + 1));
  }
}

}  // namespace
}  // namespace fihrist
