// SPDX-License-Identifier: GPL-3.0-or-later
// Every place where a query's words stand, in context and in the order of time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/search.hpp"

namespace fihrist {

/// One place. Words of one phrase or name, side by side, are one place.
struct Occurrence {
  std::string id;  ///< of the article
  std::string title;
  std::string url;
  std::optional<Date> date;
  bool in_title = false;  ///< the context is of the title
  Snippet context;        ///< one line; about 60 code points on either side; one highlight
  std::string cursor;     ///< of this place, in this order
};

struct Concordance {
  std::string query;
  std::uint64_t articles = 0;  ///< that hold all words; at least so many when not exact
  bool articles_are_exact = true;
  Sort sort = Sort::oldest;
  std::vector<Occurrence> occurrences;  ///< by article in the order asked for, then as they are read
  /// Cursors of the page behind and before, for SearchRequest::after and before; nothing at the ends. A page
  /// may be short, even empty, and have a next one: what a request may read of texts is bounded.
  std::optional<std::string> next, previous;
};

}  // namespace fihrist
