// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes what stands behind the question mark of a URL: parameters, and the search that they ask for.
#include <algorithm>

#include "analysis/utf8.hpp"
#include "tests/fuzz/law.hpp"
#include "tests/fuzz/parsers.hpp"
#include "web/search_address.hpp"
#include "web/url.hpp"

namespace fihrist {
namespace {

/// As a link may stand in an attribute, a header and a log.
bool is_plain_query(std::string_view query) {
  return std::all_of(query.begin(), query.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("-._~%=&").find(c) != std::string_view::npos;
  });
}

bool is_one_line(const std::string& text) {
  return is_valid_utf8(text) && clean_utf8(text) == text && text.find_first_of("\r\n\t") == std::string::npos;
}

void check_search(const Parameters& parameters) {
  const SearchAddress address = parse_address(parameters);
  require_law(count_code_points(address.text) <= SearchAddress::max_code_points && address.page >= 1,
              "a search keeps its limits");
  SearchAddress expected = address;
  expected.cut = false;
  if (expected.sort == Sort::relevance) expected.sort.reset();
  require_law(parse_address(parse_parameters(to_query(parameters_of(address)))) == expected,
              "a search is what its address says");
  const SearchRequest request = to_request(address, 10);
  require_law(request.offset <= SearchRequest::max_offset && request.limit == 10,
              "a request keeps its limits");
}

}  // namespace

void check_parameters(std::string_view input) {
  const Parameters parameters = parse_parameters(input);
  require_law(parameters.size() <= 64, "there are 64 parameters at most");
  Parameters told;
  for (const Parameter& one : parameters) {
    require_law(is_one_line(one.name) && is_one_line(one.value), "a parameter is one line of clean UTF-8");
    require_law(percent_decode(percent_encode(one.value)) == one.value, "what is encoded is decoded again");
    if (!one.value.empty()) told.push_back(one);
  }
  const std::string query = to_query(parameters);
  require_law(is_plain_query(query), "a query that is written is plain");
  require_law(parse_parameters(query) == told, "a query that is written says the same");
  const std::string link = web_link(input);
  require_law(link.empty() || (is_one_line(link) && !host_of(link).empty() && web_link(link) == link),
              "what is linked to is an address of the web");
  check_search(parameters);
}

}  // namespace fihrist
