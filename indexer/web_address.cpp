// SPDX-License-Identifier: GPL-3.0-or-later
// URLs taken apart by RFC 3986 and put together again.
#include "indexer/web_address.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace fihrist {
namespace {

struct WebAddress {
  std::string host;  ///< lower case, without the default port
  std::string_view path;
  std::string_view parameters;
};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
  });
  return lower;
}

/// Without any of the ports that say nothing (RFC 3986, 6.2.3), of which ill-made addresses have several.
std::string_view without_default_ports(std::string_view host) {
  static constexpr std::array<std::string_view, 3> ports{":80", ":443", ":"};
  for (auto port = ports.begin(); port != ports.end();) {
    if (!host.ends_with(*port)) {
      ++port;
      continue;
    }
    host.remove_suffix(port->size());
    port = ports.begin();
  }
  return host;
}

std::optional<WebAddress> take_apart(std::string_view url) {
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return std::nullopt;
  const std::string_view scheme = url.substr(0, scheme_end);
  const std::string lower_scheme = lower_ascii(scheme);
  if (lower_scheme != "http" && lower_scheme != "https") return std::nullopt;
  url.remove_prefix(scheme.size() + 3);
  url = url.substr(0, url.find('#'));
  const std::size_t host_end = std::min(url.find_first_of("/?"), url.size());
  std::string_view host = url.substr(0, host_end);
  host.remove_prefix(host.rfind('@') + 1);  // user information; npos + 1 is 0
  host = without_default_ports(host);
  if (host.empty()) return std::nullopt;
  const std::string_view rest = url.substr(host_end);
  const std::size_t path_end = std::min(rest.find('?'), rest.size());
  return WebAddress{.host = lower_ascii(host),
                    .path = rest.substr(0, path_end),
                    .parameters = path_end < rest.size() ? rest.substr(path_end + 1) : std::string_view{}};
}

/// Counts visitors, or asks for the same page in the form for small screens (Blogger's m, AMP).
bool names_no_other_page(std::string_view parameter) {
  const std::string_view name = parameter.substr(0, parameter.find('='));
  if (parameter == "m=0" || parameter == "m=1" || parameter == "amp" || parameter == "amp=1") return true;
  static constexpr std::array<std::string_view, 3> names{"fbclid", "gclid", "igshid"};
  return name.starts_with("utm_") || std::find(names.begin(), names.end(), name) != names.end();
}

std::string kept_parameters(std::string_view parameters) {
  std::string kept;
  while (!parameters.empty()) {
    const std::string_view parameter = parameters.substr(0, parameters.find('&'));
    parameters.remove_prefix(std::min(parameter.size() + 1, parameters.size()));
    if (parameter.empty() || names_no_other_page(parameter)) continue;
    kept.append(kept.empty() ? "?" : "&").append(parameter);
  }
  return kept;
}

/// Browsers show the letters and copy the escapes: only escapes of bytes beyond ASCII are undone, since
/// the others may be escaped for a reason.
std::string with_letters(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    unsigned byte = 0;
    const char* const digits = path.data() + at + 1;
    const bool escape = path[at] == '%' && at + 2 < path.size() &&
                        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2 && byte >= 0x80;
    out.push_back(escape ? static_cast<char>(byte) : path[at]);
    if (escape) at += 2;
  }
  return out;
}

}  // namespace

std::string normalised_url(std::string_view url) {
  const auto address = take_apart(url);
  if (!address) return std::string(url);
  std::string_view path = address->path;
  while (path.ends_with('/')) path.remove_suffix(1);
  return "https://" + address->host + with_letters(path) + kept_parameters(address->parameters);
}

std::string site_of(std::string_view url) {
  const auto address = take_apart(url);
  if (!address) return {};
  std::string_view host = address->host;
  host = host.substr(0, host.rfind(':'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

}  // namespace fihrist
