// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes dates: of articles, and in queries.
#include "analysis/date.hpp"
#include "searcher/query_dates.hpp"
#include "searcher/query_lexer.hpp"
#include "tests/fuzz/law.hpp"
#include "tests/fuzz/parsers.hpp"

namespace fihrist {

void check_date(std::string_view input) {
  if (const auto date = parse_date(input)) {
    require_law(date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= 31,
                "a date is a day");
    require_law(civil_seconds(*date) <= civil_seconds_end(*date), "a date ends where it begins, or later");
    const auto again = parse_date(to_iso(*date));
    require_law(again.has_value() && to_iso(*again) == to_iso(*date), "a date reads what it writes");
  }
  for (const char* name : {"year", "month", "before", "after"}) {
    const auto qualifier = qualifier_named(name);
    require_law(qualifier.has_value(), "a query has dates");
    static_cast<void>(dated_node(*qualifier, input));
  }
}

}  // namespace fihrist
