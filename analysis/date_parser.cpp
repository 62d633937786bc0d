// SPDX-License-Identifier: GPL-3.0-or-later
// From the parts of a written date to the date they mean; docs/dates.md tells the rules.
#include <algorithm>
#include <span>

#include "analysis/date.hpp"
#include "analysis/date_cursor.hpp"
#include "analysis/date_iso.hpp"
#include "analysis/date_items.hpp"
#include "analysis/fold.hpp"
#include "analysis/hijri.hpp"

namespace fihrist {
namespace {

/// The longest real one gives both calendars, the weekday and the hour in Arabic words.
constexpr std::size_t longest_date_bytes = 240;

struct Assembled {
  Date date;
  bool hijri = false;
};

/// No article was published in these years of our era.
bool is_hijri_year(int year) { return year >= 1300 && year < 1500; }

bool is_two_digit(const DigitRun& run) { return run.digits == 2; }
bool is_four_digit(const DigitRun& run) { return run.digits == 4; }
bool is_day_or_month(const DigitRun& run) { return run.digits <= 2; }

/// Year, month and day as far as they are written; 0 for what is not.
struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// Collects the items of one date, then decides which number is what.
class DateAssembly {
 public:
  std::optional<Assembled> assemble(std::span<const DateItem> items) {
    for (const DateItem& item : items) {
      if (!add(item)) return std::nullopt;
      behind_year_ = item.kind == DateItemKind::number && is_four_digit(item.number);
    }
    if (hour_expected_) return std::nullopt;
    const auto parts = month_ != 0 ? parts_with_month() : parts_of_numbers();
    if (!parts) return std::nullopt;
    if (gregorian_ && hijri_) return std::nullopt;
    if (!gregorian_ && is_hijri_year(parts->year)) hijri_ = true;
    auto date = hijri_ ? from_hijri(parts->year, parts->month, parts->day) : from_gregorian(*parts);
    if (!date || !add_time(*date)) return std::nullopt;
    return Assembled{*date, hijri_};
  }

 private:
  bool add(const DateItem& item) {
    switch (item.kind) {
      case DateItemKind::number:
        return add_number(item.number);
      case DateItemKind::clock:
        return set_clock(item.clock);
      case DateItemKind::offset:
        return set_offset(item.offset);
      case DateItemKind::word:
        return add_word(item.word);
      case DateItemKind::separator:
        return set(separator_, item.separator);
    }
    return false;
  }

  /// Steps answer whether the item can belong to a date; those that always do end with this.
  template <typename Value>
  static bool set(Value& member, Value value) {
    member = value;
    return true;
  }

  bool add_number(const DigitRun& number) {
    if (hour_expected_) {
      hour_expected_ = false;
      return is_day_or_month(number) && number.value <= 24 && set_clock({.hour = number.value});
    }
    if (numbers_.size() == 1) first_separator_ = separator_;
    separator_ = ' ';
    numbers_.push_back(number);
    return numbers_.size() <= 3;
  }

  bool add_word(const DateWord& word) {
    switch (word.kind) {
      case DateWordKind::month:
        return set(gregorian_, true) && set_month(word.value);
      case DateWordKind::hijri_month:
        return set(hijri_, true) && set_month(word.value);
      case DateWordKind::weekday:
        return ++weekdays_ <= 1;
      case DateWordKind::half_day:
        return set_half(static_cast<HalfDay>(word.value));
      case DateWordKind::korean_half:
        half_ahead_ = static_cast<HalfDay>(word.value);
        return set_offset(korean_zone);
      case DateWordKind::at:
        return !clock_ || set_offset(word.value);
      case DateWordKind::meem:
        return add_meem();
      case DateWordKind::era:
        return set(gregorian_, true);
      case DateWordKind::hijri_mark:
        return set(hijri_, true);
      case DateWordKind::zone:
        return word.value == unknown_zone || set_offset(word.value);
      case DateWordKind::hour_word:
        return set(hour_expected_, !clock_);
      case DateWordKind::same_day:
      case DateWordKind::filler:
        return true;
    }
    return false;
  }

  /// Written twice it must be the same one: «كانون الثاني/يناير».
  bool set_month(int month) {
    if (month_ != 0 && month_ != month) return false;
    month_ = month;
    return true;
  }

  bool set_clock(const ClockTime& clock) {
    hour_expected_ = false;
    if (clock_) return false;
    clock_ = clock;
    if (half_ahead_) return set_half(*half_ahead_);
    return true;
  }

  /// Belongs to the time, or makes the hour of the number in front of it: "5 PM", «٥ مساء».
  bool set_half(HalfDay half) {
    if (!clock_) {
      if (numbers_.empty() || !is_day_or_month(numbers_.back()) || numbers_.back().value > 12) return false;
      clock_ = ClockTime{.hour = numbers_.back().value};
      numbers_.pop_back();
    }
    if (half_) return false;
    half_ = half;
    clock_->hour = hour_of_day(clock_->hour, half);
    return true;
  }

  /// «2017 م» is a year of our era, «4:56 م» is in the afternoon.
  bool add_meem() { return behind_year_ ? set(gregorian_, true) : set_half(HalfDay::after_noon); }

  /// Given twice they must agree; Greenwich may be corrected by what stands behind it: «GMT+03:00».
  bool set_offset(int minutes) {
    if (offset_ && *offset_ != 0 && *offset_ != minutes) return false;
    offset_ = minutes;
    return true;
  }

  std::optional<int> year_of_run(const DigitRun& run) const {
    if (is_four_digit(run)) return run.value >= 100 ? std::optional(run.value) : std::nullopt;
    if (is_two_digit(run) && !hijri_) return century_of_two_digits(run.value);
    return std::nullopt;
  }

  /// The month is a word: one number is the year, two are day and year.
  std::optional<Parts> parts_with_month() const {
    if (numbers_.size() == 1 && is_four_digit(numbers_[0])) return Parts{numbers_[0].value, month_, 0};
    if (numbers_.size() != 2) return std::nullopt;
    const bool year_first = is_four_digit(numbers_[0]);
    const auto year = year_of_run(numbers_[year_first ? 0 : 1]);
    const DigitRun& day = numbers_[year_first ? 1 : 0];
    if (!year || !is_day_or_month(day)) return std::nullopt;
    return Parts{*year, month_, day.value};
  }

  std::optional<Parts> parts_of_numbers() const {
    if (numbers_.size() == 1 && is_four_digit(numbers_[0]) && numbers_[0].value >= 1000)
      return Parts{numbers_[0].value, 0, 0};
    if (numbers_.size() == 2 && first_separator_ != ' ' && first_separator_ != ',') return year_and_month();
    return numbers_.size() == 3 ? three_numbers() : std::nullopt;
  }

  std::optional<Parts> year_and_month() const {
    const bool year_first = is_four_digit(numbers_[0]);
    const DigitRun& year = numbers_[year_first ? 0 : 1];
    const DigitRun& month = numbers_[year_first ? 1 : 0];
    if (!is_four_digit(year) || !is_day_or_month(month) || month.value == 0) return std::nullopt;
    return Parts{year.value, month.value, 0};
  }

  /// Year first, or day first as Arabic countries write; month first only where the day cannot be one.
  std::optional<Parts> three_numbers() const {
    const DigitRun& first = numbers_[0];
    const DigitRun& second = numbers_[1];
    const DigitRun& third = numbers_[2];
    if (second.value == 0) return std::nullopt;
    if (is_four_digit(first) && is_day_or_month(third))
      return checked({first.value, second.value, third.value});
    const bool dotted_version = first_separator_ == '.' && !is_four_digit(third);  // "7.1.17"
    const auto year = dotted_version ? std::nullopt : year_of_run(third);
    if (!year || !is_day_or_month(first) || !is_day_or_month(second)) return std::nullopt;
    const bool month_first = second.value > 12 && first.value <= 12;
    return month_first ? checked({*year, first.value, second.value})
                       : checked({*year, second.value, first.value});
  }

  /// Zeros mean «not written» in Parts, and may not come from the text ("0000-00-00").
  static std::optional<Parts> checked(const Parts& parts) {
    return parts.year == 0 || parts.month == 0 || parts.day == 0 ? std::nullopt : std::optional(parts);
  }

  static std::optional<Date> from_gregorian(const Parts& parts) {
    if (parts.month == 0) return year_of(parts.year);
    if (parts.day == 0) return month_of(parts.year, parts.month);
    return day_of(parts.year, parts.month, parts.day);
  }

  bool add_time(Date& date) const {
    if (!clock_) return true;
    if (date.precision != DatePrecision::day) return false;
    date = at_time(date, *clock_);
    if (offset_) date.utc_offset_minutes = static_cast<std::int16_t>(*offset_);
    return true;
  }

  std::vector<DigitRun> numbers_;
  char separator_ = ' ';        ///< met since the last number
  char first_separator_ = ' ';  ///< between the first two numbers
  int month_ = 0;
  int weekdays_ = 0;
  bool hijri_ = false;
  bool gregorian_ = false;    ///< a month of ours, or the era, was named
  bool behind_year_ = false;  ///< the item before is a number of four digits
  bool hour_expected_ = false;
  std::optional<ClockTime> clock_;
  std::optional<HalfDay> half_;
  std::optional<HalfDay> half_ahead_;
  std::optional<int> offset_;
};

std::optional<Assembled> parse_words(std::span<const DateItem> items) {
  return DateAssembly().assemble(items);
}

bool is_same_day_word(const DateItem& item) {
  return item.kind == DateItemKind::word && item.word.kind == DateWordKind::same_day;
}

bool is_number(const DateItem& item) { return item.kind == DateItemKind::number; }

/// «22 ربيع الآخر 1438 هـ الموافق 20 يناير 2017»: both halves must be dates; the Gregorian one is the
/// more certain.
std::optional<Date> parse_both_calendars(std::span<const DateItem> first, std::span<const DateItem> second) {
  const auto one = parse_words(first);
  const auto other = parse_words(second);
  if (!one || !other || one->hijri == other->hijri) return std::nullopt;
  return one->hijri ? other->date : one->date;
}

/// «15 شعبان 1440هـ - 21 أبريل 2019م»: any mark may stand for «الموافق», where both halves are whole dates.
std::optional<Date> parse_marked_calendars(std::span<const DateItem> all) {
  for (std::size_t at = 1; at + 1 < all.size(); ++at)
    if (all[at].kind == DateItemKind::separator)
      if (const auto date = parse_both_calendars(all.first(at), all.subspan(at + 1))) return date;
  return std::nullopt;
}

std::optional<Date> parse_worded_date(std::string_view text) {
  const auto items = scan_date(text);
  if (!items) return std::nullopt;
  const std::span<const DateItem> all(*items);
  const auto joint = std::find_if(all.begin(), all.end(), is_same_day_word);
  if (joint != all.end() && joint != all.begin()) {
    const auto before = all.first(static_cast<std::size_t>(joint - all.begin()));
    // «يوم الجمعة الموافق 20 يناير»: only a weekday stands in front.
    if (std::any_of(before.begin(), before.end(), is_number))
      return parse_both_calendars(before, all.subspan(before.size() + 1));
  }
  const auto assembled = parse_words(all);
  return assembled ? std::optional(assembled->date) : parse_marked_calendars(all);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() > longest_date_bytes) return std::nullopt;
  const std::string folded = fold_key(text);
  if (auto iso = parse_iso_date(folded)) return iso;
  if (auto digits = parse_digit_date(folded)) return digits;
  return parse_worded_date(folded);
}

}  // namespace fihrist
