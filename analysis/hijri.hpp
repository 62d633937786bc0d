// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of the Hijri calendar in the Gregorian one.
#pragma once

#include <optional>

#include "analysis/date.hpp"

namespace fihrist {

/// The Gregorian date of a Hijri one, by the Umm al-Qura tables (1300 to 1600 AH; arithmetic outside).
/// Sightings differ by a day between countries; a 30th that the tables do not have is the day after the
/// 29th. Month 0 or day 0 mean unknown: the Gregorian month or year is then that of the middle, since
/// most of the Hijri one lies there. Nothing for days that no calendar has.
std::optional<Date> from_hijri(int year, int month, int day);

}  // namespace fihrist
