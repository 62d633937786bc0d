// SPDX-License-Identifier: GPL-3.0-or-later
// The way through a long list: page numbers by relevance, newer and older by date.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/search.hpp"
#include "web/wording.hpp"

namespace fihrist {

/// 1 … 4 5 6 … 12, with 0 for a gap: the first, the last, and the neighbours of the current page.
std::vector<std::uint32_t> page_numbers(std::uint32_t current, std::uint32_t last);

/// The last page that can be asked for: SearchRequest::max_offset bounds it.
std::uint32_t last_page(std::uint64_t total, std::uint32_t page_size);

struct DateSteps {
  std::string newer_url;  ///< empty: this is the newest page
  std::string older_url;
};
/// Where newer and older lead from a page in date order; empty by relevance. `link` writes an address.
template <typename Link>
DateSteps date_steps(const SearchResults& results, const SearchAddress& address, Link&& link) {
  SearchAddress on = address.first_page();
  SearchAddress back = on;
  if (results.next) on.after = *results.next;
  if (results.previous) back.before = *results.previous;
  const std::string on_url = results.next ? link(on) : std::string{};
  const std::string back_url = results.previous ? link(back) : std::string{};
  if (results.sort == Sort::newest) return {.newer_url = back_url, .older_url = on_url};
  if (results.sort == Sort::oldest) return {.newer_url = on_url, .older_url = back_url};
  return {};
}

/// Sets by_number or by_date and what belongs to it; neither for a list of one page.
void set_pager(Model& model, const SearchResults& results, const SearchAddress& address,
               const Wording& wording);
/// Sets by_date and its links.
void set_date_steps(Model& model, const DateSteps& steps);

}  // namespace fihrist
