// SPDX-License-Identifier: GPL-3.0-or-later
// Words of time as a table, folded when it is built; duals are numbers of their own.
#include "analysis/relative_date.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "analysis/date_cursor.hpp"
#include "analysis/fold.hpp"

namespace fihrist {
namespace {

enum class Unit : std::uint8_t { second, minute, hour, day, week, month, year, filler, ago };

struct UnitRow {
  Unit unit;
  int count;  ///< 0: the number in front counts
  std::string_view words;
};

constexpr UnitRow rows[] = {
    {Unit::second, 0, "ثانية|ثواني|ثوان|second|seconds|seconde|secondes"},
    {Unit::second, 2, "ثانيتين|ثانيتان"},
    {Unit::minute, 0, "دقيقة|دقائق|minute|minutes|min|mins"},
    {Unit::minute, 2, "دقيقتين|دقيقتان"},
    {Unit::hour, 0, "ساعة|ساعات|hour|hours|heure|heures"},
    {Unit::hour, 2, "ساعتين|ساعتان"},
    {Unit::day, 0, "يوم|يوما|أيام|day|days|jour|jours"},
    {Unit::day, 2, "يومين|يومان"},
    {Unit::week, 0, "أسبوع|أسبوعا|أسابيع|week|weeks|semaine|semaines"},
    {Unit::week, 2, "أسبوعين|أسبوعان"},
    {Unit::month, 0, "شهر|شهرا|أشهر|شهور|month|months|mois"},
    {Unit::month, 2, "شهرين|شهران"},
    {Unit::year, 0, "عام|عاما|أعوام|سنة|سنوات|سنين|year|years|an|ans"},
    {Unit::year, 2, "عامين|عامان|سنتين|سنتان"},
    {Unit::ago, 0, "منذ|قبل|ago|مضت|مضى|il|y|a"},
    {Unit::filler, 0, "و|حوالي|نحو|تقريبا|about|and|et|environ|من|,|،"},
};

/// Days that have a name.
struct Named {
  int days_ago;
  std::string_view words;
};

constexpr Named named_days[] = {
    {0, "اليوم|today|aujourd'hui|الآن|now"},
    {1, "أمس|يوم أمس|البارحة|الأمس|بالأمس|اليوم السابق|yesterday|hier"},
    {2, "أول أمس|أول من أمس|قبل أمس|avant-hier"},
};

template <typename Add>
void for_each_spelling(std::string_view spellings, Add add) {
  while (!spellings.empty()) {
    const std::size_t bar = std::min(spellings.find('|'), spellings.size());
    add(fold_key(spellings.substr(0, bar)));
    spellings.remove_prefix(std::min(bar + 1, spellings.size()));
  }
}

struct Meaning {
  Unit unit = Unit::filler;
  int count = 0;
};

const std::unordered_map<std::string, Meaning>& meanings() {
  static const auto table = [] {
    std::unordered_map<std::string, Meaning> made;
    for (const UnitRow& row : rows)
      for_each_spelling(row.words, [&](std::string word) {
        made.emplace(std::move(word), Meaning{row.unit, row.count});
      });
    return made;
  }();
  return table;
}

const std::unordered_map<std::string, int>& day_names() {
  static const auto table = [] {
    std::unordered_map<std::string, int> made;
    for (const Named& named : named_days)
      for_each_spelling(named.words,
                        [&](std::string word) { made.emplace(std::move(word), named.days_ago); });
    return made;
  }();
  return table;
}

/// «وشهرين» is «و» and «شهرين».
const Meaning* meaning_of(const std::string& word) {
  constexpr std::string_view conjunction = "و";
  auto found = meanings().find(word);
  if (found == meanings().end() && word.starts_with(conjunction))
    found = meanings().find(word.substr(conjunction.size()));
  return found == meanings().end() ? nullptr : &found->second;
}

struct Span {
  std::int64_t seconds = 0;
  std::int64_t days = 0;
  int months = 0;
  Unit finest = Unit::year;
  int units = 0;
};

void add(Span& span, Unit unit, int count) {
  switch (unit) {
    case Unit::second:
      span.seconds += count;
      break;
    case Unit::minute:
      span.seconds += std::int64_t{60} * count;
      break;
    case Unit::hour:
      span.seconds += std::int64_t{3600} * count;
      break;
    case Unit::day:
      span.days += count;
      break;
    case Unit::week:
      span.days += std::int64_t{7} * count;
      break;
    case Unit::month:
      span.months += count;
      break;
    case Unit::year:
      span.months += 12 * count;
      break;
    case Unit::filler:
    case Unit::ago:
      return;
  }
  span.finest = std::min(span.finest, unit);
  ++span.units;
}

/// Nothing when a word is none of ours, a number stands alone, or nothing says that it lies in the past.
std::optional<Span> read_span(std::string_view folded) {
  Span span;
  bool ago = false;
  std::optional<int> number;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    std::string word(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
    while (word.ends_with(',')) word.pop_back();
    if (DateCursor cursor(word); const auto digits = cursor.take_digits(4)) {
      if (!cursor.at_end() || number) return std::nullopt;
      number = digits->value;
      continue;
    }
    const Meaning* meaning = meaning_of(word);
    if (meaning == nullptr) return std::nullopt;
    ago = ago || meaning->unit == Unit::ago;
    if (meaning->unit == Unit::ago || meaning->unit == Unit::filler) continue;
    add(span, meaning->unit, meaning->count != 0 ? meaning->count : number.value_or(1));
    number.reset();
  }
  // A list of units («1 عام، 1 شهر») can be nothing else; one alone is a length: «5 دقائق».
  return !number && (span.units > 1 || (ago && span.units == 1)) ? std::optional(span) : std::nullopt;
}

std::optional<Date> back(const Date& seen, const Span& span) {
  using namespace std::chrono;
  const bool has_time = seen.precision >= DatePrecision::minute;
  year_month_day day = year{seen.year} / static_cast<int>(seen.month) / static_cast<int>(seen.day);
  day -= months{span.months};
  if (!day.ok()) day = day.year() / day.month() / std::chrono::last;
  if (!day.ok() || static_cast<int>(day.year()) < 1000) return std::nullopt;
  const sys_seconds then = sys_days{day} - days{span.days} - seconds{has_time ? span.seconds : 0} +
                           hours{seen.hour} + minutes{seen.minute};
  const year_month_day then_day{floor<days>(then)};
  if (static_cast<int>(then_day.year()) < 1000) return std::nullopt;
  auto date =
      day_of(static_cast<int>(then_day.year()), static_cast<int>(static_cast<unsigned>(then_day.month())),
             static_cast<int>(static_cast<unsigned>(then_day.day())));
  if (!date) return date;
  if (span.finest == Unit::year) return year_of(date->year);
  if (span.finest == Unit::month) return month_of(date->year, date->month);
  if (span.finest > Unit::hour || !has_time) return date;
  const hh_mm_ss clock{then - floor<days>(then)};
  date = at_time(*date, {.hour = static_cast<int>(clock.hours().count()),
                         .minute = static_cast<int>(clock.minutes().count())});
  date->utc_offset_minutes = seen.utc_offset_minutes;
  return date;
}

}  // namespace

std::optional<Date> parse_relative_date(std::string_view text, const Date& seen) {
  constexpr std::size_t longest = 120;
  if (seen.precision < DatePrecision::day || text.size() > longest) return std::nullopt;
  const std::string folded = fold_key(text);
  if (const auto named = day_names().find(folded); named != day_names().end())
    return back(seen, {.days = named->second, .finest = Unit::day, .units = 1});
  const auto span = read_span(folded);
  return span ? back(seen, *span) : std::nullopt;
}

}  // namespace fihrist
