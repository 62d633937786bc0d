// SPDX-License-Identifier: GPL-3.0-or-later
// The way through a long list: page numbers by relevance, newer and older by date.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/cursor.hpp"
#include "searcher/search.hpp"
#include "web/wording.hpp"

namespace fihrist {

/// 1 … 4 5 6 … 12, with 0 for a gap: the first, the last, and the neighbours of the current page.
std::vector<std::uint32_t> page_numbers(std::uint32_t current, std::uint32_t last);

/// The last page that can be asked for: SearchRequest::max_offset bounds it.
std::uint32_t last_page(std::uint64_t total, std::uint32_t page_size);

struct DateSteps {
  std::string newer_url;   ///< empty: this is the newest page
  std::string older_url;   ///< empty: this is the oldest page
  std::string newest_url;  ///< of the page at that end of the list; empty: this is it
  std::string oldest_url;
};
/// Where newer and older lead from a page in date order; empty by relevance. `link` writes an address.
template <typename Link>
DateSteps date_steps(const SearchResults& results, const SearchAddress& address, Link&& link) {
  SearchAddress on = address.first_page();
  SearchAddress back = on;
  if (results.next) on.after = *results.next;
  if (results.previous) back.before = *results.previous;
  if (results.sort == Sort::relevance) return {};
  SearchAddress last = address.first_page();
  last.before = to_text(end_cursor(results.sort));
  const std::string on_url = results.next ? link(on) : std::string{};
  const std::string last_url = results.next ? link(last) : std::string{};
  const std::string back_url = results.previous ? link(back) : std::string{};
  const std::string first_url = results.previous ? link(address.first_page()) : std::string{};
  if (results.sort == Sort::newest) return {back_url, on_url, first_url, last_url};
  return {on_url, back_url, last_url, first_url};
}

/// Sets by_number or by_date and what belongs to it; neither for a list of one page.
void set_pager(Model& model, const SearchResults& results, const SearchAddress& address,
               const Wording& wording);
/// Sets by_date and its links.
void set_date_steps(Model& model, const DateSteps& steps);

/// Sets can_jump, and the form that jumps to a month of a list by date at `url`: what stands in the address
/// is kept. Empty, or a list that one page shows: no form.
void set_jump(Model& model, const SearchResults& results, const std::string& url, const Wording& wording);

}  // namespace fihrist
