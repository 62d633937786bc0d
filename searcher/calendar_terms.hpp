// SPDX-License-Identifier: GPL-3.0-or-later
// Years, months and days as the index names them. Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/xapian_guard.hpp"

namespace fihrist {

std::string year_term(int year);
std::string month_term(int year, int month);
std::string day_term(int year, int month, int day);
std::string undated_term();

/// Years that have articles, ascending.
std::vector<std::int16_t> years_in(const Xapian::Database& database);

/// Civil seconds of the first instant of a year.
std::int64_t first_second(int year);

}  // namespace fihrist
