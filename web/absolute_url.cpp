// SPDX-License-Identifier: GPL-3.0-or-later
// The Host of a request is what anybody sent: it is looked at before it is repeated.
#include "web/absolute_url.hpp"

#include <algorithm>

#include "analysis/ascii.hpp"

namespace fihrist {
namespace {

/// host or host:port, nothing that could end an attribute or begin a path.
bool is_plain_host(std::string_view host) {
  return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '.' || c == '-' || c == ':' || c == '[' ||
           c == ']';
  });
}

}  // namespace

std::string origin_of(const Request& request) {
  if (!is_plain_host(request.host)) return {};
  return (request.is_forwarded_https ? "https://" : "http://") + request.host;
}

std::string absolute_url(const Request& request, const SiteSettings& site, std::string_view own_url) {
  if (!site.public_url.empty()) {
    own_url.remove_prefix(site.prefix.size());
    return site.public_url + std::string(own_url);
  }
  const std::string origin = origin_of(request);
  return origin.empty() ? origin : origin + std::string(own_url);
}

}  // namespace fihrist
