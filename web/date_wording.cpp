// SPDX-License-Identifier: GPL-3.0-or-later
// Month names come from ICU, the order of the parts from the message files. Nothing is left to a locale's
// own calendar or digits: "ar" and "ar_SA" change both between ICU 72 and 78.
#include "web/date_wording.hpp"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>

#include <stdexcept>

namespace fihrist {
namespace {

const char* icu_locale(Language language, MonthNames names) {
  if (language == Language::english) return "en";
  if (language == Language::french) return "fr";
  switch (names) {
    case MonthNames::levant:
      return "ar_SY";
    case MonthNames::algeria_tunisia:
      return "ar_DZ";
    case MonthNames::morocco:
      return "ar_MA";
    case MonthNames::mauritania:
      return "ar_MR";
    case MonthNames::eastern:
      break;
  }
  return "ar_EG";
}

std::array<std::string, 12> month_names(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(locale), "gregorian", status);
  int32_t count = 0;
  const icu::UnicodeString* months =
      symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
  std::array<std::string, 12> names;
  if (U_FAILURE(status) || count < static_cast<int32_t>(names.size()))
    throw std::runtime_error("ICU has no month names: its data package is missing");
  // An array of these, not of heirs.
  // NOLINTNEXTLINE(bugprone-pointer-arithmetic-on-polymorphic-object,cert-ctr56-cpp)
  for (std::size_t i = 0; i < names.size(); ++i) months[i].toUTF8String(names[i]);
  return names;
}

}  // namespace

DateWording::DateWording(const Messages& messages, MonthNames names)
    : messages_(&messages), names_(month_names(icu_locale(messages.language(), names))) {}

std::string DateWording::month(std::int16_t year, std::uint8_t month) const {
  return messages_->text("date_month", {{"month", month_name(month)}, {"year", messages_->digits(year)}});
}

std::string DateWording::day(const Date& date) const {
  if (date.precision == DatePrecision::year) return messages_->digits(date.year);
  if (date.precision == DatePrecision::month) return month(date.year, date.month);
  return messages_->text("date_day", {{"day", messages_->digits(date.day)},
                                      {"month", month_name(date.month)},
                                      {"year", messages_->digits(date.year)}});
}

std::string DateWording::full(const Date& date) const {
  if (date.precision < DatePrecision::minute) return day(date);
  return messages_->text(
      "date_minute", {{"day", day(date)},
                      {"time", messages_->in_digits(fmt::format("{:02}:{:02}", date.hour, date.minute))}});
}

std::string DateWording::day_in_year(const Date& date) const {
  if (date.precision < DatePrecision::day) return day(date);
  return messages_->text("date_day_in_year",
                         {{"day", messages_->digits(date.day)}, {"month", month_name(date.month)}});
}

}  // namespace fihrist
