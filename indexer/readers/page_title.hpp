// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the lines above the text is the title.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/readers/page_lines.hpp"

namespace fihrist {

/// Indexes of lines; the same twice when the title stands there once.
struct TitlePlace {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Tried in this order, among the short lines up to the first sentence:
///   the title that the syndication footer names
///   a line that stands there twice
///   the longest line above the address, date or author, in the page's language if there is one
///   the first line; in the page's language where advertisements in another one stand around
/// Nothing when there is no such line. `first_prose` is an index of `lines`.
std::optional<TitlePlace> find_title(const std::vector<PageLine>& lines, std::size_t first_prose,
                                     bool arabic);

}  // namespace fihrist
