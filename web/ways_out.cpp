// SPDX-License-Identifier: GPL-3.0-or-later
// Every way is looked down before it is offered.
#include "web/ways_out.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "web/facet_panel.hpp"

namespace fihrist {
namespace {

constexpr std::size_t max_limits_tried = 8;

SearchResults found(Searcher& searcher, const SearchAddress& address) {
  SearchRequest request = to_request(address, 1);
  request.related = request.snippets = false;
  return searcher.search(request);
}

SearchAddress in_month(SearchAddress address, const Date& date) {
  const Date month{
      .year = date.year, .month = std::max<std::uint8_t>(date.month, 1), .precision = DatePrecision::month};
  address.from = address.to = to_iso(month);
  return address;
}

/// The date of the first article of the search in this order, if it has one.
std::optional<Date> first_date(Searcher& searcher, SearchAddress address, Sort sort) {
  address.sort = sort;
  const auto hits = found(searcher, address).hits;
  return hits.empty() ? std::nullopt : hits.front().date;
}

/// The last article before the limits and the first behind them: whichever is nearer.
std::optional<Date> nearest_date(Searcher& searcher, const SearchAddress& address) {
  SearchAddress before = address, behind = address;
  before.from.clear();
  before.to = address.from;
  behind.from = address.to;
  behind.to.clear();
  const auto earlier = address.from.empty() ? std::nullopt : first_date(searcher, before, Sort::newest);
  const auto later = address.to.empty() ? std::nullopt : first_date(searcher, behind, Sort::oldest);
  if (!earlier || !later) return earlier ? earlier : later;
  const auto from = parse_date(address.from), to = parse_date(address.to);
  if (!from || !to) return earlier;
  const bool earlier_is_nearer =
      civil_seconds(*from) - civil_seconds(*earlier) <= civil_seconds(*later) - civil_seconds(*to);
  return earlier_is_nearer ? earlier : later;
}

}  // namespace

std::vector<WayOut> look_for_ways_out(Searcher& searcher, const SearchAddress& address,
                                      const Wording& wording) {
  std::vector<WayOut> ways;
  if (address.text.empty()) return ways;
  const auto offer = [&](const Html& label, const SearchAddress& to) {
    const std::uint64_t total = found(searcher, to).total;
    if (total > 0) ways.push_back({.label = label, .to = to, .total = total});
  };
  const SearchAddress first = address.first_page();
  std::vector<LimitInForce> limits = limits_in_force(first, wording);
  if (first.exact) {
    SearchAddress loose = first;
    loose.exact = false;
    offer(wording.messages.html("in_all_forms"), loose);
  }
  const std::size_t count = limits.size();
  limits.resize(std::min(count, max_limits_tried));
  for (const LimitInForce& limit : limits)
    offer(wording.messages.html("without_limit", {{"limit", limit.label}}), limit.without);
  if (!first.from.empty() || !first.to.empty())
    if (const auto date = nearest_date(searcher, first))
      offer(wording.messages.html(
                "nearest_month",
                {{"month", wording.dates.month(date->year, std::max<std::uint8_t>(date->month, 1))}}),
            in_month(first, *date));
  if (count > 1) offer(wording.messages.html("without_limits"), {.text = first.text, .exact = first.exact});
  return ways;
}

}  // namespace fihrist
