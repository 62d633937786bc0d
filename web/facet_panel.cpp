// SPDX-License-Identifier: GPL-3.0-or-later
// Facets and chips are the same limits seen from two sides: one table of their members serves both.
#include "web/facet_panel.hpp"

#include <algorithm>
#include <array>

namespace fihrist {
namespace {

constexpr std::size_t shown_at_once = 8;

/// A limit of several values and where it stands in an address and in the facets.
struct ListLimit {
  const char* message;
  std::vector<std::string> SearchAddress::*chosen;
  std::vector<FacetValue> Facets::*counted;
};

constexpr std::array list_limits{
    ListLimit{"author", &SearchAddress::authors, &Facets::author},
    ListLimit{"source", &SearchAddress::sources, &Facets::source},
    ListLimit{"tag", &SearchAddress::tags, &Facets::tag},
};

bool holds(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

SearchAddress with_value(SearchAddress address, const ListLimit& limit, const std::string& value) {
  (address.*limit.chosen).push_back(value);
  return address;
}

SearchAddress without_value(SearchAddress address, const ListLimit& limit, const std::string& value) {
  std::erase(address.*limit.chosen, value);
  return address;
}

SearchAddress within(SearchAddress address, const std::string& from, const std::string& to) {
  address.from = from;
  address.to = to;
  return address;
}

/// A group shows its first rows; the others open below them.
Model group_model(const std::string& heading, ModelList rows, bool has_bars,
                  std::size_t shown = shown_at_once) {
  const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), shown));
  ModelList more(std::make_move_iterator(middle), std::make_move_iterator(rows.end()));
  rows.erase(middle, rows.end());
  Model group;
  group.set("group_heading", heading);
  group.set("has_bars", has_bars);
  group.set("rows", Model(std::move(rows)));
  group.set("has_more", !more.empty());
  group.set("more_rows", Model(std::move(more)));
  return group;
}

ModelList year_rows(const std::vector<FacetValue>& years, const SearchAddress& first,
                    const Wording& wording) {
  ModelList rows;
  for (const FacetValue& year : years) {
    const bool is_dated = year.value != undated_value;
    const bool is_chosen = first.from == year.value && first.to == year.value;
    const Html label = Html::trusted(
        escape(is_dated ? wording.messages.in_digits(year.value) : wording.messages.text("undated")));
    const std::string url =
        is_dated && !is_chosen ? wording.links.search(within(first, year.value, year.value)) : std::string{};
    rows.push_back(value_model(label, year.count, highest_count(years), url, wording));
  }
  return rows;
}

/// The one year that a search is limited to, as it stands in facets; empty: none or several.
std::string chosen_year(const SearchAddress& address) {
  const auto from = parse_date(address.from);
  const auto to = parse_date(address.to);
  return from && to && from->year == to->year ? std::to_string(from->year) : std::string{};
}

/// The months of the chosen year, first to last.
ModelList month_rows(const std::vector<FacetValue>& months, const SearchAddress& first,
                     const Wording& wording) {
  const std::string year = chosen_year(first);
  ModelList rows;
  if (year.empty()) return rows;
  for (auto month = months.rbegin(); month != months.rend(); ++month) {
    if (!month->value.starts_with(year + "-")) continue;
    const bool is_chosen = first.from == month->value && first.to == month->value;
    rows.push_back(value_model(
        month_label(month->value, wording), month->count, highest_count(months),
        is_chosen ? std::string{} : wording.links.search(within(first, month->value, month->value)),
        wording));
  }
  return rows;
}

ModelList list_rows(const std::vector<FacetValue>& values, const ListLimit& limit, const SearchAddress& first,
                    const Wording& wording) {
  return value_list(values, wording, [&](const std::string& value) {
    return holds(first.*limit.chosen, value) ? std::string{}
                                             : wording.links.search(with_value(first, limit, value));
  });
}

Model chip(const Html& label, const std::string& url) {
  Model model;
  set_html(model, "chip_html", label);
  model.set("chip_url", url);
  return model;
}

Html date_limit(const SearchAddress& address, const Wording& wording) {
  if (address.from == address.to)
    return wording.messages.html("chip_period", {{"period", isolated_html(address.from)}});
  if (address.to.empty()) return wording.messages.html("chip_from", {{"from", isolated_html(address.from)}});
  if (address.from.empty()) return wording.messages.html("chip_to", {{"to", isolated_html(address.to)}});
  return wording.messages.html("chip_from_to",
                               {{"from", isolated_html(address.from)}, {"to", isolated_html(address.to)}});
}

}  // namespace

Html month_label(const std::string& month, const Wording& wording) {
  const auto date = parse_date(month);
  return Html::trusted(escape(date ? wording.dates.month_name(date->month) : month));
}

std::uint64_t highest_count(const std::vector<FacetValue>& values) {
  std::uint64_t most = 0;
  for (const FacetValue& value : values) most = std::max(most, value.count);
  return most;
}

Model value_model(const Html& label, std::uint64_t count, std::uint64_t most, const std::string& url,
                  const Wording& wording) {
  Model row;
  set_html(row, "value_html", label);
  row.set("value_url", url);
  row.set("has_value_url", !url.empty());
  row.set("value_count", wording.messages.number(count));
  // A bar of something is never invisible.
  const std::uint64_t percent = most == 0 ? 0 : (count * 100 + most - 1) / most;
  row.set("value_percent", std::to_string(percent));
  return row;
}

ModelList facet_groups(const Facets& facets, const SearchAddress& address, const Wording& wording) {
  const SearchAddress first = address.first_page();
  ModelList groups;
  if (!facets.year.empty())
    groups.push_back(
        group_model(wording.messages.text("year"), year_rows(facets.year, first, wording), true));
  if (ModelList months = month_rows(facets.month, first, wording); !months.empty()) {
    const std::size_t all = months.size();
    groups.push_back(group_model(wording.messages.text("month"), std::move(months), true, all));
  }
  for (const ListLimit& limit : list_limits) {
    const auto& values = facets.*limit.counted;
    if (!values.empty())
      groups.push_back(
          group_model(wording.messages.text(limit.message), list_rows(values, limit, first, wording), false));
  }
  return groups;
}

std::vector<LimitInForce> limits_in_force(const SearchAddress& address, const Wording& wording) {
  const SearchAddress first = address.first_page();
  std::vector<LimitInForce> limits;
  if (!first.from.empty() || !first.to.empty())
    limits.push_back({.label = date_limit(first, wording), .without = within(first, "", "")});
  for (const ListLimit& limit : list_limits)
    for (const std::string& value : first.*limit.chosen)
      limits.push_back({.label = wording.messages.html(std::string("chip_") + limit.message,
                                                       {{"name", isolated_html(value)}}),
                        .without = without_value(first, limit, value)});
  return limits;
}

ModelList filter_chips(const SearchAddress& address, const Wording& wording, LinkOfAddress link) {
  ModelList chips;
  const auto add = [&](const Html& label, const SearchAddress& without) {
    chips.push_back(chip(label, (wording.links.*link)(without)));
  };
  for (const LimitInForce& limit : limits_in_force(address, wording)) add(limit.label, limit.without);
  if (address.exact) {
    SearchAddress loose = address.first_page();
    loose.exact = false;
    add(wording.messages.html("chip_exact"), loose);
  }
  if (!address.copies_of.empty()) {
    SearchAddress all = address.first_page();
    all.copies_of.clear();
    add(wording.messages.html("chip_copies_of"), all);
  }
  if (address.copies) {
    SearchAddress folded = address.first_page();
    folded.copies = false;
    add(wording.messages.html("chip_copies"), folded);
  }
  return chips;
}

}  // namespace fihrist
