// SPDX-License-Identifier: GPL-3.0-or-later
// The words that dates are written with: months of two calendars, weekdays, hours, zones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fihrist {

enum class DateWordKind : std::uint8_t {
  month,        ///< value 1 to 12, Gregorian
  hijri_month,  ///< value 1 to 12, from Muharram
  weekday,
  half_day,     ///< value is a HalfDay
  korean_half,  ///< value is a HalfDay; Korea has one zone, which the word thus names
  at,           ///< joins a date and its time; behind a time the Atlantic zone of RFC 822
  meem,         ///< م: behind a time «مساء», behind a year «ميلادية»
  era,          ///< Gregorian, said so
  hijri_mark,   ///< هـ
  zone,         ///< value: minutes east of UTC, or unknown_zone
  hour_word,    ///< «الساعة»: an hour follows
  same_day,     ///< «الموافق»: the same day in the other calendar follows
  filler,       ///< «في», «at», «يوم»
};

/// Which half of the day an hour of the twelve belongs to.
enum class HalfDay : std::uint8_t {
  before_noon,  ///< ص، صباحا، فجرا: 12 is midnight
  after_noon,   ///< م، مساء، عصرا: 12 is noon
  noon,         ///< ظهرا: 12 is noon, 11 is before it
  night,        ///< ليلا: 9 is 21, 12 is midnight, 1 is 1
};

inline constexpr int korean_zone = 540;

/// A zone that is named but not known: AST is Arabia's or the Atlantic's.
inline constexpr int unknown_zone = 9999;

struct DateWord {
  DateWordKind kind = DateWordKind::filler;
  int value = 0;
};

/// Looks up one to three folded words with single blanks between them; the article ال does not count.
std::optional<DateWord> find_date_word(std::string_view words);

/// The hour of 24 that an hour of twelve means. 13 and more stay as they are: "16:56 PM" is written.
int hour_of_day(int hour, HalfDay half) noexcept;

}  // namespace fihrist
