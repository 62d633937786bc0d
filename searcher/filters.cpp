// SPDX-License-Identifier: GPL-3.0-or-later
// Filters as boolean terms.
#include "searcher/filters.hpp"

#include <limits>
#include <vector>

#include "analysis/fold.hpp"
#include "schema/sort_key.hpp"
#include "searcher/calendar_terms.hpp"
#include "searcher/index_view.hpp"
#include "searcher/unweighted.hpp"

namespace fihrist {
namespace {

/// "https://www.Example.com/page" is asked for as often as "example.com".
std::string host_of(const std::string& value) {
  std::string host = fold_key(value);
  if (const auto scheme = host.find("://"); scheme != std::string::npos) host.erase(0, scheme + 3);
  host.erase(std::min(host.size(), host.find_first_of("/?#:")));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

constexpr std::int64_t beginning = std::numeric_limits<std::int64_t>::min() + 1;  ///< after the undated
constexpr std::int64_t end_of_time = std::numeric_limits<std::int64_t>::max();

}  // namespace

Xapian::Query field_filter(const IndexView& index, Field field, const std::string& value) {
  const std::string key = field == Field::site ? host_of(value) : fold_key(value);
  return term_filter(index, term_of(field, key));
}

Xapian::Query time_filter(const IndexView& index, std::optional<std::int64_t> from,
                          std::optional<std::int64_t> until) {
  const std::int64_t begin = from.value_or(beginning), end = until.value_or(end_of_time);
  // Keys go on with the id, so no key equals the upper bound and <= leaves out what begins there.
  const Xapian::Query inside(Xapian::Query::OP_VALUE_RANGE, slot_number(Slot::sort_key),
                             sort_key_floor(begin), sort_key_floor(end));
  const auto known = index.years();
  std::vector<Xapian::Query> years;
  for (const std::int16_t year : *known) {
    const std::int64_t first = first_second(year), next = first_second(year + 1);
    if (next <= begin || first >= end) continue;
    const Xapian::Query term = term_filter(index, year_term(year));
    const bool whole = begin <= first && next <= end;
    years.push_back(whole ? term : Xapian::Query(Xapian::Query::OP_FILTER, term, inside));
  }
  return Xapian::Query(Xapian::Query::OP_OR, years.begin(), years.end());
}

}  // namespace fihrist
