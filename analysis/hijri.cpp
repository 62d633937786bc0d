// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that asks ICU for a calendar.
#include "analysis/hijri.hpp"

#include <unicode/ucal.h>

#include <chrono>
#include <memory>

#include "analysis/date_cursor.hpp"

namespace fihrist {
namespace {

struct CloseCalendar {
  void operator()(UCalendar* calendar) const noexcept { ucal_close(calendar); }
};
using Calendar = std::unique_ptr<UCalendar, CloseCalendar>;

std::optional<double> milliseconds_of(int year, int month, int day) {
  static constexpr char16_t utc[] = u"UTC";
  UErrorCode status = U_ZERO_ERROR;
  const Calendar calendar(ucal_open(utc, 3, "ar@calendar=islamic-umalqura", UCAL_TRADITIONAL, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucal_clear(calendar.get());
  ucal_setDateTime(calendar.get(), year, month - 1, day, 0, 0, 0, &status);
  const double instant = ucal_getMillis(calendar.get(), &status);
  return U_SUCCESS(status) ? std::optional(instant) : std::nullopt;
}

std::optional<Date> day_of_milliseconds(double instant) {
  using namespace std::chrono;
  const auto day = floor<days>(sys_time<milliseconds>{milliseconds{static_cast<std::int64_t>(instant)}});
  const year_month_day civil{day};
  return day_of(static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
                static_cast<int>(static_cast<unsigned>(civil.day())));
}

}  // namespace

std::optional<Date> from_hijri(int year, int month, int day) {
  if (year < 1 || year > 1600 || month < 0 || month > 12 || day < 0 || day > 30) return std::nullopt;
  const auto instant = milliseconds_of(year, month == 0 ? 7 : month, month == 0 ? 1 : day == 0 ? 15 : day);
  const auto civil = instant ? day_of_milliseconds(*instant) : std::nullopt;
  if (!civil) return std::nullopt;
  if (month == 0) return year_of(civil->year);
  if (day == 0) return month_of(civil->year, civil->month);
  return civil;
}

}  // namespace fihrist
