// SPDX-License-Identifier: GPL-3.0-or-later
// Percent-encoding, and the query part of a URL as a list of parameters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

struct Parameter {
  std::string name;
  std::string value;
  friend bool operator==(const Parameter&, const Parameter&) = default;
};
using Parameters = std::vector<Parameter>;

/// Everything but the unreserved characters of RFC 3986 as %XX.
std::string percent_encode(std::string_view text);

/// The inverse, cleaned by clean_utf8(): never controls, never invalid UTF-8. A % without two digits stays.
std::string percent_decode(std::string_view text);

/// Parameters of a query as forms send it (application/x-www-form-urlencoded), at most 64; '+' is a
/// blank, and so are line feeds, carriage returns and tabs.
Parameters parse_parameters(std::string_view query);

/// "a=1&b=2"; parameters without a value are left out.
std::string to_query(const Parameters& parameters);

/// The first value; empty when there is none.
std::string_view value_of(const Parameters& parameters, std::string_view name);
/// Every value that is not empty.
std::vector<std::string> values_of(const Parameters& parameters, std::string_view name);

/// The number that the whole of a text is; `otherwise` for a text that is none.
std::uint32_t number_or(std::string_view digits, std::uint32_t otherwise);

/// The URL as it may be linked to; empty unless it is absolute and its scheme http or https.
std::string web_link(std::string_view url);
/// The host of such a URL without "www.", for display.
std::string_view host_of(std::string_view url);

}  // namespace fihrist
