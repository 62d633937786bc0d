// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as text and as seconds of civil time.
#include "analysis/date.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

namespace fihrist {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;

std::chrono::year_month_day civil_day(const Date& date) {
  return std::chrono::year{date.year} / static_cast<int>(date.month) / static_cast<int>(date.day);
}

std::int64_t day_number(const std::chrono::sys_days& day) { return day.time_since_epoch().count(); }

std::string offset_to_iso(int minutes) {
  if (minutes == 0) return "Z";
  const int size = std::abs(minutes);
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

}  // namespace

std::string to_iso(const Date& date) {
  std::string iso = fmt::format("{:04}", date.year);
  if (date.precision >= DatePrecision::month) iso += fmt::format("-{:02}", date.month);
  if (date.precision >= DatePrecision::day) iso += fmt::format("-{:02}", date.day);
  if (date.precision >= DatePrecision::minute) iso += fmt::format("T{:02}:{:02}", date.hour, date.minute);
  if (date.precision >= DatePrecision::second) iso += fmt::format(":{:02}", date.second);
  // A day has no offset: ISO 8601 gives one to times only.
  if (date.precision >= DatePrecision::minute && date.utc_offset_minutes)
    iso += offset_to_iso(*date.utc_offset_minutes);
  return iso;
}

std::int64_t civil_seconds(const Date& date) {
  const std::int64_t clock = (date.hour * 60 + date.minute) * 60 + date.second;
  return day_number(std::chrono::sys_days{civil_day(date)}) * seconds_per_day + clock;
}

std::int64_t civil_seconds_end(const Date& date) {
  using std::chrono::sys_days;
  switch (date.precision) {
    case DatePrecision::year:
      return day_number(sys_days{std::chrono::year{date.year + 1} / 1 / 1}) * seconds_per_day - 1;
    case DatePrecision::month:
      return (day_number(sys_days{civil_day(date).year() / civil_day(date).month() / std::chrono::last}) +
              1) *
                 seconds_per_day -
             1;
    case DatePrecision::day:
      return civil_seconds(date) + seconds_per_day - 1;
    case DatePrecision::minute:
      return civil_seconds(date) + 59;
    case DatePrecision::second:
      break;
  }
  return civil_seconds(date);
}

}  // namespace fihrist
