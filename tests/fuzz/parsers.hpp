// SPDX-License-Identifier: GPL-3.0-or-later
// What is fuzzed: each of these gives any bytes to a parser, and stops the program where a law is broken
// (law.hpp).
#pragma once

#include <string_view>

namespace fihrist {

class Reader;

void check_cursor(std::string_view input);
void check_date(std::string_view input);
void check_parameters(std::string_view input);
void check_query(std::string_view input);
void check_reader(const Reader& reader, std::string_view input);
void check_request_fields(std::string_view input);
void check_request_head(std::string_view input);
void check_url(std::string_view input);

}  // namespace fihrist
