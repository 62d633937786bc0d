// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts that all written forms of dates share: digits, clock times, offsets, valid days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/date.hpp"

namespace fihrist {

/// A run of digits. Four digits at most have a value that matters; longer runs keep only their count.
struct DigitRun {
  int value = 0;
  std::size_t digits = 0;
};

/// A time of day as written: "16:56" or "16:56:07.5" (fractions are dropped).
struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool has_seconds = false;
};

/// Reads a folded text (fold_key) from left to right. A step that does not fit moves nothing.
class DateCursor {
 public:
  explicit DateCursor(std::string_view text) : text_(text) {}

  bool at_end() const noexcept { return at_ == text_.size(); }
  std::size_t position() const noexcept { return at_; }
  void move_to(std::size_t position) noexcept { at_ = position; }
  std::string_view rest() const noexcept { return text_.substr(at_); }
  char peek() const noexcept { return at_end() ? '\0' : text_[at_]; }

  bool take(char wanted) noexcept;
  void skip_blanks() noexcept;
  /// A run of at least one digit; nothing when there is none or it is longer than `most`.
  std::optional<DigitRun> take_digits(std::size_t most);
  /// Exactly so many digits, taken from the beginning of a longer run if need be.
  std::optional<int> take_fixed(std::size_t count);
  /// h:mm or h:mm:ss, or 14h30 as French has it, with a fraction behind the seconds; nothing for an hour
  /// above 24 or a fourth part.
  std::optional<ClockTime> take_clock();
  /// "+03:00", "-0800", "+3" in minutes; nothing beyond the 14 hours that zones use.
  std::optional<int> take_offset();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_digit(char c) noexcept;
/// Two digits of a year: 00 to 49 are 2000 to 2049, the others 1950 to 1999 (RFC 5322, section 4.3).
int century_of_two_digits(int year) noexcept;
/// A date of day precision; nothing when there is no such day or the year is not 100 to 9999.
std::optional<Date> day_of(int year, int month, int day);
/// Month precision, with the same limits.
std::optional<Date> month_of(int year, int month);
std::optional<Date> year_of(int year);
/// Gives a day its time. 24:00 and a leap second become the last second before.
Date at_time(Date day, const ClockTime& clock);

}  // namespace fihrist
