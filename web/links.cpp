// SPDX-License-Identifier: GPL-3.0-or-later
// URLs of this server, short names first.
#include "web/links.hpp"

#include <fmt/format.h>

#include "web/static_files.hpp"

namespace fihrist {

std::string Links::to(std::string_view path, Parameters parameters) const {
  if (language_ != Language::arabic)
    parameters.push_back({.name = "lang", .value = std::string(code_of(language_))});
  const std::string query = to_query(parameters);
  return prefix_ + std::string(path) + (query.empty() ? "" : "?" + query);
}

std::string Links::article(std::string_view id, const SearchAddress& found_by) const {
  const Parameters parameters = found_by.asks_everything() ? Parameters{} : parameters_of(found_by);
  return to("/article/" + percent_encode(id), parameters);
}

std::string Links::month(std::int16_t year, std::uint8_t month) const {
  return to(fmt::format("/{:04}/{:02}", year, month));
}

std::string Links::feed(const SearchAddress& address) const {
  return to("/feed.atom", parameters_of(address.first_page()));
}

std::string Links::json(const SearchAddress& address) const {
  return to("/search.json", parameters_of(address));
}

std::string Links::static_file(std::string_view name) const {
  return prefix_ + "/static/" + std::string(name) + "?v=" + static_file_version(name);
}

}  // namespace fihrist
