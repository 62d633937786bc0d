// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as readers type them behind a field.
#include "searcher/query_dates.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "analysis/fold.hpp"

namespace fihrist {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "1/2017" is a month to a reader but half a day to a parser of dates.
std::optional<Date> month_and_year(std::string_view value) {
  const std::string folded = fold_key(value);
  const std::size_t slash = folded.find_first_of("/-");
  if (slash == std::string::npos || folded.size() - slash != 5 || slash > 2) return std::nullopt;
  const std::string month = folded.substr(0, slash), year = folded.substr(slash + 1);
  if (!is_digits(month) || !is_digits(year)) return std::nullopt;
  return parse_date(fmt::format("{}-{:0>2}", year, month));
}

std::optional<Date> date_of(std::string_view value) {
  if (auto date = month_and_year(value)) return date;
  return parse_date(value);
}

}  // namespace

std::optional<QueryNode> dated_node(const Qualifier& qualifier, std::string_view value) {
  const auto date = date_of(value);
  if (!date) return std::nullopt;
  if (qualifier.limit == Qualifier::Limit::before)
    return QueryNode{.kind = QueryNode::Kind::range, .to = date};
  if (qualifier.limit == Qualifier::Limit::after)
    return QueryNode{.kind = QueryNode::Kind::range, .from = date};
  switch (date->precision) {
    case DatePrecision::year:
      return QueryNode{
          .kind = QueryNode::Kind::filter, .field = Field::year, .value = fmt::format("{:04}", date->year)};
    case DatePrecision::month:
      return QueryNode{.kind = QueryNode::Kind::filter,
                       .field = Field::month,
                       .value = fmt::format("{:04}{:02}", date->year, date->month)};
    default:
      return std::nullopt;
  }
}

}  // namespace fihrist
