// SPDX-License-Identifier: GPL-3.0-or-later
// URLs of this server, short names first.
#include "web/links.hpp"

#include <fmt/format.h>

#include "web/page_form.hpp"

namespace fihrist {

/// A name that ends like data ("robots.txt") has its last dot encoded, so that its page is not taken for the
/// data of another name.
std::string Links::name_in_path(std::string_view name) {
  std::string encoded = percent_encode(name);
  if (data_ending_of(encoded)) encoded.replace(encoded.rfind('.'), 1, "%2E");
  return encoded;
}

std::string Links::to(std::string_view path, Parameters parameters) const {
  if (!chosen_.empty()) parameters.push_back({.name = "lang", .value = chosen_});
  const std::string query = to_query(parameters);
  return prefix_ + std::string(path) + (query.empty() ? "" : "?" + query);
}

std::string Links::article(std::string_view id, const SearchAddress& found_by) const {
  const Parameters parameters = found_by.asks_everything() ? Parameters{} : parameters_of(found_by);
  return to("/article/" + name_in_path(id), parameters);
}

std::string Links::timeline(const SearchAddress& address) const {
  return to("/timeline", parameters_of(address.first_page()));
}

std::string Links::month(std::int16_t year, std::uint8_t month) const {
  return to(fmt::format("/{:04}/{:02}", year, month));
}

std::string Links::concordance(const SearchAddress& address) const {
  return to("/concordance", parameters_of(address.first_page()));
}

std::string Links::feed(const SearchAddress& address) const {
  return to("/feed.atom", parameters_of(address.first_page()));
}

}  // namespace fihrist
