// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of dates: a text beside what it is read as.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "analysis/date.hpp"

namespace fihrist {

/// The ISO form of what a text is read as; "-" when it is no date.
inline std::string read_date(std::string_view text) {
  const auto date = parse_date(text);
  return date ? to_iso(*date) : "-";
}

struct DateReading {
  std::string_view text;
  std::string_view iso;
};

template <std::size_t count>
void check_dates(const DateReading (&readings)[count]) {
  for (const DateReading& reading : readings) {
    CAPTURE(reading.text);
    CHECK(read_date(reading.text) == reading.iso);
  }
}

}  // namespace fihrist
