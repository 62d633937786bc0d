// SPDX-License-Identifier: GPL-3.0-or-later
// Digits, clock times and offsets, read strictly.
#include "analysis/date_cursor.hpp"

#include <algorithm>
#include <chrono>

namespace fihrist {
namespace {

constexpr int max_offset_hours = 14;

bool is_sensible(const ClockTime& clock) {
  if (clock.hour == 24) return clock.minute == 0 && clock.second == 0;
  // 60 is a leap second, which UTC knows and our seconds do not.
  const bool leap = clock.second == 60 && clock.minute == 59;
  return clock.hour < 24 && clock.minute < 60 && (clock.second < 60 || leap);
}

}  // namespace

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool DateCursor::take(char wanted) noexcept {
  if (peek() != wanted || at_end()) return false;
  ++at_;
  return true;
}

void DateCursor::skip_blanks() noexcept {
  while (take(' ')) {
  }
}

std::optional<DigitRun> DateCursor::take_digits(std::size_t most) {
  const std::size_t begin = at_;
  std::size_t end = begin;
  DigitRun run;
  for (; end < text_.size() && is_digit(text_[end]); ++end)
    if (end - begin < 4) run.value = run.value * 10 + (text_[end] - '0');
  run.digits = end - begin;
  if (run.digits == 0 || run.digits > most) return std::nullopt;
  at_ = end;
  return run;
}

std::optional<int> DateCursor::take_fixed(std::size_t count) {
  if (rest().size() < count) return std::nullopt;
  int value = 0;
  for (const char c : rest().substr(0, count)) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  at_ += count;
  return value;
}

std::optional<ClockTime> DateCursor::take_clock() {
  DateCursor ahead = *this;
  ClockTime clock;
  const auto hour = ahead.take_digits(2);
  if (!hour || !(ahead.take(':') || ahead.take('h'))) return std::nullopt;
  const auto minute = ahead.take_digits(2);
  if (!minute) return std::nullopt;
  clock.hour = hour->value;
  clock.minute = minute->value;
  if (ahead.take(':')) {
    const auto second = ahead.take_digits(2);
    if (!second) return std::nullopt;
    clock.second = second->value;
    clock.has_seconds = true;
    const std::size_t before_fraction = ahead.position();
    if (!((ahead.take('.') || ahead.take(',')) && ahead.take_digits(9))) ahead.move_to(before_fraction);
  }
  if (ahead.peek() == ':' || !is_sensible(clock)) return std::nullopt;
  *this = ahead;
  return clock;
}

std::optional<int> DateCursor::take_offset() {
  DateCursor ahead = *this;
  const bool minus = ahead.take('-');
  if (!minus && !ahead.take('+')) return std::nullopt;
  const auto run = ahead.take_digits(4);
  if (!run || run->digits == 3) return std::nullopt;
  int hours = run->value;
  int minutes = 0;
  if (run->digits == 4) {
    hours = run->value / 100;
    minutes = run->value % 100;
  } else if (ahead.take(':')) {
    const auto fixed = ahead.take_fixed(2);
    if (!fixed) return std::nullopt;
    minutes = *fixed;
  }
  if (hours > max_offset_hours || minutes > 59 || is_digit(ahead.peek())) return std::nullopt;
  *this = ahead;
  return (minus ? -1 : 1) * (hours * 60 + minutes);
}

int century_of_two_digits(int year) noexcept { return year < 50 ? 2000 + year : 1900 + year; }

std::optional<Date> day_of(int year, int month, int day) {
  if (year < 100 || year > 9999 || month < 1 || day < 1 || month > 12 || day > 31) return std::nullopt;
  if (!(std::chrono::year{year} / month / day).ok()) return std::nullopt;
  return Date{.year = static_cast<std::int16_t>(year),
              .month = static_cast<std::uint8_t>(month),
              .day = static_cast<std::uint8_t>(day)};
}

std::optional<Date> month_of(int year, int month) {
  auto date = day_of(year, month, 1);
  if (date) date->precision = DatePrecision::month;
  return date;
}

std::optional<Date> year_of(int year) {
  auto date = day_of(year, 1, 1);
  if (date) date->precision = DatePrecision::year;
  return date;
}

Date at_time(Date day, const ClockTime& clock) {
  const bool end_of_day = clock.hour == 24;
  day.hour = static_cast<std::uint8_t>(end_of_day ? 23 : clock.hour);
  day.minute = static_cast<std::uint8_t>(end_of_day ? 59 : clock.minute);
  day.second = static_cast<std::uint8_t>(end_of_day && clock.has_seconds ? 59 : std::min(clock.second, 59));
  day.precision = clock.has_seconds ? DatePrecision::second : DatePrecision::minute;
  return day;
}

}  // namespace fihrist
