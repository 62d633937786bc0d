// SPDX-License-Identifier: GPL-3.0-or-later
// Dates written for machines: ISO 8601 and its profiles, runs of digits, seconds since 1970.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/date.hpp"

namespace fihrist {

/// ISO 8601 (RFC 3339, W3CDTF), extended and basic, with the truncated years of its first edition, a blank
/// in place of T, and one in front of the zone. `text` is folded (fold_key): t and z are small.
std::optional<Date> parse_iso_date(std::string_view text);

/// Digits and nothing else: YYYYMMDD, YYYYMMDDhhmm, YYYYMMDDhhmmss (web archives); 9 or 10 digits are
/// seconds, 12 or 13 milliseconds since 1970, in UTC.
std::optional<Date> parse_digit_date(std::string_view text);

}  // namespace fihrist
