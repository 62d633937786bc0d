// SPDX-License-Identifier: GPL-3.0-or-later
// A date as an article states it: how exact it is and what is known of its zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fihrist {

enum class DatePrecision : std::uint8_t { year, month, day, minute, second };

/// Local civil time in the proleptic Gregorian calendar. Fields beyond `precision` are 1 (month, day)
/// or 0. Without `utc_offset_minutes` the zone is unknown; nothing is assumed here.
struct Date {
  std::int16_t year = 1970;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  DatePrecision precision = DatePrecision::day;
  std::optional<std::int16_t> utc_offset_minutes;

  friend bool operator==(const Date&, const Date&) = default;
};

/// ISO 8601 to the date's own precision: "2017", "2017-01", "2017-01-20", "2017-01-20T16:56",
/// "2017-01-20T21:43:00+01:00" (an offset of zero is "Z").
std::string to_iso(const Date& date);

/// Any form met in archives (docs/dates.md lists them): ISO 8601 and RFC 3339, RFC 822, "January 20, 2017
/// at 04:56PM", «٢٠ جانفي ٢٠١٧», «20 كانون الثاني/يناير 2017», "20/01/2017" (day first), "2017/01/20",
/// years and months alone, Hijri dates with هـ or a Hijri month (converted, Umm al-Qura), epoch seconds
/// and milliseconds. Digits of three families. Nothing when the text is not one date and nothing else.
std::optional<Date> parse_date(std::string_view text);

/// Seconds since 1970-01-01T00:00 of the local civil time, the zone left out: what orders articles, so
/// that order, month pages and the dates shown agree.
std::int64_t civil_seconds(const Date& date);

/// The last instant that the date covers, as civil seconds: 2017-01 ends with 2017-01-31T23:59:59.
std::int64_t civil_seconds_end(const Date& date);

}  // namespace fihrist
