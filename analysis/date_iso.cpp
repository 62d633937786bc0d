// SPDX-License-Identifier: GPL-3.0-or-later
// ISO 8601 and runs of digits: strict, because nothing but their form tells them from other numbers.
#include "analysis/date_iso.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "analysis/date_cursor.hpp"

namespace fihrist {
namespace {

std::optional<Date> date_of_ordinal(int year, int day_of_year) {
  using std::chrono::days;
  using std::chrono::sys_days;
  if (!year_of(year) || day_of_year < 1) return std::nullopt;
  const std::chrono::year_month_day day{sys_days{std::chrono::year{year} / 1 / 1} + days{day_of_year - 1}};
  if (static_cast<int>(day.year()) != year) return std::nullopt;
  return day_of(year, static_cast<int>(static_cast<unsigned>(day.month())),
                static_cast<int>(static_cast<unsigned>(day.day())));
}

/// The Monday of the first week of a year, which is that of the fourth of January (ISO 8601).
std::chrono::sys_days first_monday(int year) {
  const std::chrono::sys_days fourth{std::chrono::year{year} / 1 / 4};
  return fourth - (std::chrono::weekday{fourth} - std::chrono::Monday);
}

/// What stands behind the year in "2017-W03-5" and "2017W035". A week alone is its Monday.
std::optional<Date> take_week(DateCursor& cursor, int year) {
  using std::chrono::days;
  if (!cursor.take('w') || !year_of(year)) return std::nullopt;
  const auto week = cursor.take_fixed(2);
  const bool parted = cursor.take('-');
  const auto weekday = cursor.take_digits(1);
  if (!week || *week < 1 || (parted && !weekday) || (weekday && (weekday->value < 1 || weekday->value > 7)))
    return std::nullopt;
  const auto monday = first_monday(year) + days{7 * (*week - 1)};
  if (monday >= first_monday(year + 1)) return std::nullopt;
  const std::chrono::year_month_day day{monday + days{weekday ? weekday->value - 1 : 0}};
  return day_of(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                static_cast<int>(static_cast<unsigned>(day.day())));
}

/// "-0312" and "-03-12": year and month in two digits each (ISO 8601:1988, truncated).
std::optional<Date> take_truncated_month(DateCursor& cursor) {
  if (!cursor.take('-')) return std::nullopt;
  const auto year = cursor.take_fixed(2);
  cursor.take('-');
  const auto month = year ? cursor.take_fixed(2) : std::nullopt;
  return month ? month_of(century_of_two_digits(*year), *month) : std::nullopt;
}

/// "031231" and "03335". Only behind a leading zero: other short runs of digits are just numbers.
std::optional<Date> take_short_run(DateCursor& cursor, std::size_t digits) {
  if (cursor.peek() != '0') return std::nullopt;
  const int year = century_of_two_digits(*cursor.take_fixed(2));
  if (digits == 5) return date_of_ordinal(year, *cursor.take_fixed(3));
  const int month = *cursor.take_fixed(2);
  return day_of(year, month, *cursor.take_fixed(2));
}

std::optional<Date> take_full_run(DateCursor& cursor) {
  const int year = *cursor.take_fixed(4);
  const int month = *cursor.take_fixed(2);
  return day_of(year, month, *cursor.take_fixed(2));
}

/// "2003335". Other numbers of seven digits are no years that anybody published in.
std::optional<Date> take_ordinal_run(DateCursor& cursor) {
  const int year = *cursor.take_fixed(4);
  return year >= 1900 && year < 2100 ? date_of_ordinal(year, *cursor.take_fixed(3)) : std::nullopt;
}

/// What stands behind "2003-": a month, a month and a day, the day of the year, or a week.
std::optional<Date> take_behind_year(DateCursor& cursor, int year) {
  if (cursor.peek() == 'w') return take_week(cursor, year);
  const auto second = cursor.take_digits(3);
  if (!second) return std::nullopt;
  if (!cursor.take('-')) {
    if (second->digits == 3) return date_of_ordinal(year, second->value);
    return month_of(year, second->value);
  }
  const auto third = cursor.take_digits(2);
  return third ? day_of(year, second->value, third->value) : std::nullopt;
}

std::optional<Date> take_date(DateCursor& cursor) {
  if (cursor.peek() == '-') return take_truncated_month(cursor);
  const std::size_t begin = cursor.position();
  const auto first = cursor.take_digits(8);
  if (!first) return std::nullopt;
  const bool alone = cursor.peek() != '-';
  if (first->digits == 4 && cursor.peek() == 'w') return take_week(cursor, first->value);
  if (alone && first->digits == 4) return first->value >= 1000 ? year_of(first->value) : std::nullopt;
  if (alone) cursor.move_to(begin);
  if (alone && (first->digits == 5 || first->digits == 6)) return take_short_run(cursor, first->digits);
  if (alone && first->digits == 7) return take_ordinal_run(cursor);
  if (alone && first->digits == 8) return take_full_run(cursor);
  if (alone || !cursor.take('-') || (first->digits != 4 && first->digits != 2)) return std::nullopt;
  if (first->digits == 4) return take_behind_year(cursor, first->value);
  const auto date = take_behind_year(cursor, century_of_two_digits(first->value));
  return date && date->precision == DatePrecision::day ? date : std::nullopt;
}

/// "101455" or "1014" behind a T: the basic form of the clock.
std::optional<ClockTime> take_basic_clock(DateCursor& cursor) {
  DateCursor ahead = cursor;
  const auto run = ahead.take_digits(6);
  if (!run || (run->digits != 4 && run->digits != 6)) return std::nullopt;
  ClockTime clock{.hour = *cursor.take_fixed(2), .minute = *cursor.take_fixed(2)};
  if (run->digits == 6) {
    clock.second = *cursor.take_fixed(2);
    clock.has_seconds = true;
  }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return std::nullopt;
  return clock;
}

/// "[Asia/Riyadh]", "[u-ca=hebrew]" (RFC 9557): names of what the offset has said, or of no use to us.
void skip_suffixes(DateCursor& cursor) {
  while (cursor.peek() == '[') {
    const std::size_t end = cursor.rest().find(']');
    if (end == std::string_view::npos) return;
    cursor.move_to(cursor.position() + end + 1);
  }
}

/// The zone at the end: nothing, "z", or an offset. False when something else stands there.
bool take_zone(DateCursor& cursor, Date& date) {
  cursor.skip_blanks();
  if (cursor.take('z')) {
    date.utc_offset_minutes = 0;
  } else if (const auto offset = cursor.take_offset()) {
    date.utc_offset_minutes = static_cast<std::int16_t>(*offset);
  }
  skip_suffixes(cursor);
  return cursor.at_end();
}

std::optional<Date> from_epoch(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds instant{std::chrono::seconds{seconds}};
  const auto midnight = floor<days>(instant);
  const year_month_day day{midnight};
  const hh_mm_ss clock{instant - midnight};
  auto date = day_of(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                     static_cast<int>(static_cast<unsigned>(day.day())));
  if (!date) return std::nullopt;
  date = at_time(*date, {.hour = static_cast<int>(clock.hours().count()),
                         .minute = static_cast<int>(clock.minutes().count()),
                         .second = static_cast<int>(clock.seconds().count()),
                         .has_seconds = true});
  date->utc_offset_minutes = 0;
  return date;
}

/// YYYYMMDD with the clock right behind it.
std::optional<Date> parse_stamp(std::string_view text) {
  DateCursor cursor(text);
  const auto day = take_full_run(cursor);
  const auto clock = day ? take_basic_clock(cursor) : std::nullopt;
  return clock ? std::optional(at_time(*day, *clock)) : std::nullopt;
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  DateCursor cursor(text);
  auto date = take_date(cursor);
  if (!date || cursor.at_end()) return date;
  if (date->precision != DatePrecision::day || !(cursor.take('t') || cursor.take(' '))) return std::nullopt;
  auto clock = cursor.take_clock();
  if (!clock) clock = take_basic_clock(cursor);
  if (!clock) return std::nullopt;
  date = at_time(*date, *clock);
  return take_zone(cursor, *date) ? date : std::nullopt;
}

std::optional<Date> parse_digit_date(std::string_view text) {
  // Seconds since 1970 with a fraction, as programs print their clock.
  if (const std::size_t point = text.find('.'); point == 9 || point == 10) {
    const std::string_view fraction = text.substr(point + 1);
    if (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
    text = text.substr(0, point);
  }
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  if (text.size() == 12 || text.size() == 14)
    if (const auto stamp = parse_stamp(text)) return stamp;
  const bool milliseconds = text.size() == 12 || text.size() == 13;
  if (!milliseconds && text.size() != 9 && text.size() != 10) return std::nullopt;
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return from_epoch(milliseconds ? value / 1000 : value);
}

}  // namespace fihrist
