// SPDX-License-Identifier: GPL-3.0-or-later
// The line that says who wrote an article and when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/date.hpp"

namespace fihrist {

struct Byline {
  std::optional<Date> published;
  std::optional<Date> updated;
  std::string author;
  std::optional<std::uint32_t> comments;
  bool labelled = false;  ///< a word said what it is: «بقلم», "Published on"
};

/// Reads a line of nothing but dates, labelled authors and counts of comments, and names beside a date:
///   January 20, 2017 at 04:56PM · بقلم محمد حبش · ٢٠ جانفي ٢٠١٧ | محمد حبش | 3 تعليقات
///   By Jane Roe on 20 January 2017 · نُشر في 20 يناير 2017 · comments (0)
/// Nothing when any part is something else. Where it is known when the line was `seen`, dates may also count
/// from then: «علي حسن — منذ يومين».
std::optional<Byline> read_byline(std::string_view line, const std::optional<Date>& seen = {});

/// One to five words that may be somebody's name: no figures, small words or sentence marks.
bool reads_as_name(std::string_view text);

}  // namespace fihrist
