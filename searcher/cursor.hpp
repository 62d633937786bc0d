// SPDX-License-Identifier: GPL-3.0-or-later
// A place in a list by date, as text that fits into a URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/search.hpp"

namespace fihrist {

/// Names an article by its sort key, not by its number in the list: pages neither repeat nor miss an
/// article when others arrive in between.
struct Cursor {
  Sort sort = Sort::newest;  ///< newest or oldest
  std::string key;           ///< sort_key() of the article

  friend bool operator==(const Cursor&, const Cursor&) = default;
};

/// The place where the articles of a day, month or year begin in a list, whether it has any or not: for
/// SearchRequest::after.
Cursor cursor_at(Sort sort, const Date& period);
/// The end of a list, behind its last article: for SearchRequest::before.
Cursor end_cursor(Sort sort);

/// URL-safe base64 (RFC 4648, section 5) without padding, of a version byte, the direction and the key.
std::string to_text(const Cursor& cursor);
/// Nothing for text that to_text() did not make.
std::optional<Cursor> parse_cursor(std::string_view text);

}  // namespace fihrist
