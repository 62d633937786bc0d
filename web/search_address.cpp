// SPDX-License-Identifier: GPL-3.0-or-later
// Between URL parameters and a SearchRequest.
#include "web/search_address.hpp"

#include <algorithm>

#include "analysis/utf8.hpp"
#include "searcher/cursor.hpp"
#include "searcher/results_json.hpp"

namespace fihrist {
namespace {

constexpr std::size_t longest_date = 64;

/// 1 for anything that is no page number.
std::uint32_t page_number(std::string_view digits) { return std::max(number_or(digits, 1), 1U); }

void add(Parameters& parameters, std::string_view name, const std::string& value) {
  if (!value.empty()) parameters.push_back({.name = std::string(name), .value = value});
}

void add_all(Parameters& parameters, std::string_view name, const std::vector<std::string>& values) {
  for (const std::string& value : values) add(parameters, name, value);
}

}  // namespace

Sort SearchAddress::order() const {
  const Sort wanted = sort.value_or(Sort::relevance);
  return wanted == Sort::relevance && text.empty() ? Sort::newest : wanted;
}

bool SearchAddress::has_filters() const {
  return !authors.empty() || !tags.empty() || !sources.empty() || !from.empty() || !to.empty() ||
         !copies_of.empty();
}

SearchAddress SearchAddress::first_page() const {
  SearchAddress first = *this;
  first.page = 1;
  first.after.clear();
  first.before.clear();
  first.jump.clear();
  return first;
}

SearchAddress parse_address(const Parameters& parameters) {
  const auto text_of = [&](std::string_view name) { return std::string(value_of(parameters, name)); };
  const std::string_view text = value_of(parameters, "q");
  const std::string_view kept = first_code_points(text, SearchAddress::max_code_points);
  return {.text = std::string(kept),
          .sort = sort_named(value_of(parameters, "sort")),
          .page = page_number(value_of(parameters, "page")),
          .after = text_of("after"),
          .before = text_of("before"),
          .jump = std::string(first_code_points(value_of(parameters, "jump"), longest_date)),
          .authors = values_of(parameters, "author"),
          .tags = values_of(parameters, "tag"),
          .sources = values_of(parameters, "source"),
          .from = std::string(first_code_points(value_of(parameters, "from"), longest_date)),
          .to = std::string(first_code_points(value_of(parameters, "to"), longest_date)),
          .exact = value_of(parameters, "exact") == "1",
          .copies = value_of(parameters, "copies") == "1",
          .copies_of = text_of("copies_of"),
          .cut = kept.size() < text.size()};
}

Parameters parameters_of(const SearchAddress& address) {
  Parameters parameters;
  add(parameters, "q", address.text);
  if (address.sort && *address.sort != Sort::relevance)
    add(parameters, "sort", std::string(name_of(*address.sort)));
  add_all(parameters, "author", address.authors);
  add_all(parameters, "tag", address.tags);
  add_all(parameters, "source", address.sources);
  add(parameters, "from", address.from);
  add(parameters, "to", address.to);
  if (address.exact) add(parameters, "exact", "1");
  if (address.copies) add(parameters, "copies", "1");
  add(parameters, "copies_of", address.copies_of);
  if (address.page > 1) add(parameters, "page", std::to_string(address.page));
  add(parameters, "after", address.after);
  add(parameters, "before", address.before);
  add(parameters, "jump", address.jump);
  return parameters;
}

std::vector<std::string> bad_dates(const SearchAddress& address) {
  std::vector<std::string> names;
  if (!address.from.empty() && !parse_date(address.from)) names.emplace_back("from");
  if (!address.to.empty() && !parse_date(address.to)) names.emplace_back("to");
  if (!address.jump.empty() && !parse_date(address.jump)) names.emplace_back("jump");
  return names;
}

namespace {

/// Where an order by date goes on from.
std::string start_of(const SearchAddress& address) {
  if (address.order() == Sort::relevance) return {};
  if (!address.after.empty() || !address.before.empty() || address.jump.empty()) return address.after;
  const auto month = parse_date(address.jump);
  return month ? to_text(cursor_at(address.order(), *month)) : std::string{};
}

}  // namespace

SearchRequest to_request(const SearchAddress& address, std::uint32_t page_size) {
  const Sort order = address.order();
  const std::uint64_t passed = std::uint64_t{address.page - 1} * page_size;
  const auto offset = static_cast<std::uint32_t>(std::min<std::uint64_t>(passed, SearchRequest::max_offset));
  return {.text = address.text,
          .sort = order,
          .limit = page_size,
          .offset = order == Sort::relevance ? offset : 0,
          .after = start_of(address),
          .before = order == Sort::relevance ? std::string{} : address.before,
          .authors = address.authors,
          .tags = address.tags,
          .sources = address.sources,
          .from = parse_date(address.from),
          .to = parse_date(address.to),
          .exact = address.exact,
          .copies = address.copies,
          .copies_of = address.copies_of};
}

}  // namespace fihrist
