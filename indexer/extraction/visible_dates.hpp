// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and authors that a page only shows, and dates in its address.
#pragma once

#include "indexer/extraction/main_content.hpp"
#include "indexer/extraction/page_metadata.hpp"

namespace fihrist {

/// Fills date, author and comments from the lines around the text («بقلم محمد حبش في 20 يناير 2017»), the
/// nearest first, and the date from /yyyy/mm/ in the address. A line that agrees with the address makes it
/// more exact. Dates may count from when the page was captured: «منذ يومين».
void read_visible(const MainContent& content, const std::optional<Date>& captured, PageMetadata& metadata);

/// The date in the path of an address, to the month or the day: nothing without both year and month.
std::optional<Date> date_in_address(std::string_view url);

}  // namespace fihrist
