// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the words in dates: months by all their names, hours, eras, zones.
#include "analysis/date_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "analysis/date_cursor.hpp"
#include "tests/analysis/reading_dates.hpp"

namespace fihrist {
namespace {

struct MonthName {
  int month;
  std::string_view name;
};

// Each spelling that a CLDR Arabic locale gives, and the common ones without hamza.
constexpr MonthName month_names[] = {
    {1, "يناير"},        {1, "جانفي"},        {1, "كانون الثاني"}, {1, "كانون ثاني"},   {2, "فبراير"},
    {2, "فيفري"},        {2, "شباط"},         {3, "مارس"},         {3, "آذار"},         {3, "اذار"},
    {4, "أبريل"},        {4, "ابريل"},        {4, "إبريل"},        {4, "أفريل"},        {4, "افريل"},
    {4, "نيسان"},        {5, "مايو"},         {5, "ماي"},          {5, "مايس"},         {5, "أيار"},
    {5, "ايار"},         {6, "يونيو"},        {6, "يونيه"},        {6, "جوان"},         {6, "حزيران"},
    {7, "يوليو"},        {7, "يوليوز"},       {7, "جويلية"},       {7, "تموز"},         {8, "أغسطس"},
    {8, "اغسطس"},        {8, "غشت"},          {8, "أغشت"},         {8, "أوت"},          {8, "اوت"},
    {8, "آب"},           {8, "اب"},           {9, "سبتمبر"},       {9, "شتنبر"},        {9, "شتمبر"},
    {9, "أيلول"},        {9, "ايلول"},        {10, "أكتوبر"},      {10, "اكتوبر"},      {10, "تشرين الأول"},
    {10, "تشرين الاول"}, {10, "تشرین الأول"}, {11, "نوفمبر"},      {11, "نونبر"},       {11, "تشرين الثاني"},
    {12, "ديسمبر"},      {12, "دجنبر"},       {12, "دجمبر"},       {12, "كانون الأول"},
};

std::string with_digits(std::string_view text, char32_t zero) {
  std::string out;
  for (const char c : text) {
    if (!is_digit(c)) {
      out += c;
      continue;
    }
    const auto digit = zero + static_cast<char32_t>(c - '0');
    out += static_cast<char>(0xC0 | (digit >> 6));
    out += static_cast<char>(0x80 | (digit & 0x3F));
  }
  return out;
}

TEST_CASE("every Arabic month name is read, with digits of three families") {
  for (const auto& [month, name] : month_names) {
    CAPTURE(name);
    const std::string written = "20 " + std::string(name) + " 2017";
    const std::string wanted = std::string("2017-") + (month < 10 ? "0" : "") + std::to_string(month) + "-20";
    CHECK(read_date(written) == wanted);
    CHECK(read_date(with_digits(written, U'\u0660')) == wanted);
    CHECK(read_date(with_digits(written, U'\u06F0')) == wanted);
  }
}

TEST_CASE("a month named twice is one month when both names mean it") {
  check_dates({
      {"20 كانون الثاني/يناير 2017", "2017-01-20"},
      {"20 كانون الثاني (يناير) 2017", "2017-01-20"},
      {"شباط / فبراير 2019", "2019-02"},
      {"20 كانون الثاني/فبراير 2017", "-"},
  });
}

TEST_CASE("meem behind a year is the era, behind a time the afternoon") {
  check_dates({
      {"20 يناير 2017 م", "2017-01-20"},
      {"20 يناير 2017م 4:56م", "2017-01-20T16:56"},
      {"20 يناير 2017 4:56 م", "2017-01-20T16:56"},
      {"4:56 م 20/1/2017 م", "2017-01-20T16:56"},
      {"4:56 ص 20/1/2017 م", "2017-01-20T04:56"},
      {"2017م", "2017"},
  });
}

TEST_CASE("hours of twelve are told by their half of the day") {
  check_dates({
      {"20/1/2017 12:10 ظهرا", "2017-01-20T12:10"},
      {"20/1/2017 1:10 ظهرا", "2017-01-20T13:10"},
      {"20/1/2017 11:10 ليلا", "2017-01-20T23:10"},
      {"20/1/2017 12:10 ليلا", "2017-01-20T00:10"},
      {"20/1/2017 2:10 ليلا", "2017-01-20T02:10"},
      {"20/1/2017 3:10 عصرا", "2017-01-20T15:10"},
      {"20/1/2017 4:10 فجرا", "2017-01-20T04:10"},
      {"20/1/2017 16:10 PM", "2017-01-20T16:10"},
      {"20/1/2017 الساعة 5 مساء", "2017-01-20T17:00"},
  });
}

TEST_CASE("words of other languages' feeds are read with their one zone") {
  check_dates({
      {"2017-01-20 오후 4:56:07", "2017-01-20T16:56:07+09:00"},
      {"2017년 01월 20일  03:56:07", "2017-01-20T03:56:07+09:00"},
      {"Παρ, 20 Ιαν 2017 16:56:07 EST", "2017-01-20T16:56:07-05:00"},
      {"2017-január-20T9:56-05:00", "2017-01-20T09:56-05:00"},
  });
}

TEST_CASE("words of publication, marks between calendars and French forms belong to dates") {
  struct Row {
    std::string_view text;
    std::string_view date;
  };
  constexpr Row table[] = {
      {"نشر في 20 يناير 2017", "2017-01-20"},
      {"نُشر بتاريخ: 20-01-2017", "2017-01-20"},
      {"كتب في 20 يناير 2017 الساعة 3:15 م", "2017-01-20T15:15"},
      {"15 شعبان 1440هـ - 21 أبريل 2019م", "2019-04-21"},
      {"21 أبريل 2019 | 15 شعبان 1440", "2019-04-21"},
      {"20 janv. 2017", "2017-01-20"},
      {"Publié le 20 févr. 2017 à 14h30", "2017-02-20T14:30"},
  };
  for (const Row& row : table) {
    CAPTURE(std::string(row.text));
    const auto date = parse_date(row.text);
    REQUIRE(date);
    CHECK(to_iso(*date) == row.date);
  }
  CHECK_FALSE(parse_date("20 يناير 2017 - 21 يناير 2017"));
  CHECK_FALSE(parse_date("نشر"));
  CHECK_FALSE(parse_date("آخر تحديث"));
}

}  // namespace
}  // namespace fihrist
