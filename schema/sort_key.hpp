// SPDX-License-Identifier: GPL-3.0-or-later
// The order of articles in time, as bytes that compare like it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/date.hpp"

namespace fihrist {

/// What a sort key begins with; the id follows.
inline constexpr std::size_t sort_key_time_bytes = 8;

/// 8 bytes of civil_seconds (big endian, sign bit flipped), then the id: a total order, so that pages by
/// cursor neither repeat nor miss an article. Without a date only the id remains behind 8 zero bytes;
/// such articles are listed apart, last in both directions.
std::string sort_key(const std::optional<Date>& date, std::string_view id);

/// The smallest key at or after a civil time: for date limits.
std::string sort_key_floor(std::int64_t civil_seconds);

}  // namespace fihrist
