// SPDX-License-Identifier: GPL-3.0-or-later
// A search as it stands in a URL: what was asked, as it was typed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/search.hpp"
#include "web/url.hpp"

namespace fihrist {

struct SearchAddress {
  std::string text;           ///< q; cut to max_code_points
  std::optional<Sort> sort;   ///< as asked
  std::uint32_t page = 1;     ///< of an order by relevance
  std::string after, before;  ///< cursors of an order by date
  std::string jump;           ///< a month to begin at in an order by date, as typed; cursors go before it
  std::vector<std::string> authors, tags, sources;
  std::string from, to;  ///< as typed, perhaps no dates
  bool exact = false;
  bool copies = false;    ///< near copies one by one
  std::string copies_of;  ///< id of an article: only it and its near copies
  bool cut = false;       ///< the text was longer

  static constexpr std::size_t max_code_points = 1024;

  friend bool operator==(const SearchAddress&, const SearchAddress&) = default;

  /// Without a text there is no relevance: then newest first.
  Sort order() const;
  bool has_filters() const;
  /// No text and no filter: the whole archive.
  bool asks_everything() const { return text.empty() && !has_filters(); }
  /// The same question from its first page.
  SearchAddress first_page() const;
};

/// Never fails: what makes no sense is as if it were not there, unknown parameters are passed over.
SearchAddress parse_address(const Parameters& parameters);

/// The inverse, in a fixed order; what is as by default is left out.
Parameters parameters_of(const SearchAddress& address);

/// Names of the parameters from, to and jump whose values are no dates.
std::vector<std::string> bad_dates(const SearchAddress& address);

/// What the searcher is asked for one page of `page_size` hits. Dates that are none are left out.
SearchRequest to_request(const SearchAddress& address, std::uint32_t page_size);

}  // namespace fihrist
