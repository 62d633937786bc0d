// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as readers write them: to their own precision, Gregorian, month names by country.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "analysis/date.hpp"
#include "web/messages.hpp"

namespace fihrist {

/// Immutable but for the Messages it uses, which must outlive it.
class DateWording {
 public:
  explicit DateWording(const Messages& messages, MonthNames names = MonthNames::eastern);

  /// «2017» · «يناير 2017» · «20 يناير 2017» · «20 يناير 2017، 16:56»: as exact as the date is.
  std::string full(const Date& date) const;
  /// full() without the time of day.
  std::string day(const Date& date) const;
  /// «20 يناير»: for lists whose heading says the year. full() when the day is unknown.
  std::string day_in_year(const Date& date) const;
  std::string month(std::int16_t year, std::uint8_t month) const;  ///< «يناير 2017»
  /// «يناير»; `month` from 1 to 12.
  const std::string& month_name(std::uint8_t month) const { return names_.at(month - 1U); }

 private:
  const Messages* messages_;
  std::array<std::string, 12> names_;
};

}  // namespace fihrist
