// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that count from when a page was seen: «منذ 3 أيام», «أمس».
#pragma once

#include <optional>
#include <string_view>

#include "analysis/date.hpp"

namespace fihrist {

/// Reads «اليوم», «أمس», «أول أمس», «منذ يومين», «قبل ٣ أيام», «منذ شهر», "3 hours ago", "il y a 2 jours" and
/// lists of such spans («منذ عام وشهرين»), and counts back from `seen`. Spans of seconds, minutes and hours
/// give a minute if `seen` has one; days and weeks a day, months a month, years a year: nobody who says «منذ
/// شهر» knows the day. Nothing for any other text, for a `seen` without a day, and for what would be before
/// the year 1000.
std::optional<Date> parse_relative_date(std::string_view text, const Date& seen);

}  // namespace fihrist
