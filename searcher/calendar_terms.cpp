// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of the calendar.
#include "searcher/calendar_terms.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "analysis/date.hpp"
#include "schema/fields.hpp"

namespace fihrist {

std::string year_term(int year) { return term_of(Field::year, fmt::format("{:04}", year)); }

std::string month_term(int year, int month) {
  return term_of(Field::month, fmt::format("{:04}{:02}", year, month));
}

std::string day_term(int year, int month, int day) {
  return term_of(Field::day, fmt::format("{:04}{:02}{:02}", year, month, day));
}

std::string undated_term() { return term_of(Field::undated, ""); }

std::vector<std::int16_t> years_in(const Xapian::Database& database) {
  const std::string prefix(row_of(Field::year).prefix);
  std::vector<std::int16_t> years;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string text = (*term).substr(prefix.size());
    std::int16_t year = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (read.ec == std::errc{} && read.ptr == text.data() + text.size()) years.push_back(year);
  }
  std::sort(years.begin(), years.end());
  return years;
}

std::int64_t first_second(int year) {
  return civil_seconds({.year = static_cast<std::int16_t>(year), .precision = DatePrecision::year});
}

}  // namespace fihrist
