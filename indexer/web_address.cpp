// SPDX-License-Identifier: GPL-3.0-or-later
// URLs taken apart by RFC 3986 and put together again.
#include "indexer/web_address.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "analysis/ascii.hpp"
#include "indexer/letters_of_address.hpp"

namespace fihrist {
namespace {

struct WebAddress {
  std::string host;  ///< host_in_letters()
  std::string port;  ///< with its colon; empty for the default one
  std::string_view path;
  std::string_view parameters;
};

std::string upper_ascii(std::string_view text) {
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter & ~0x20) : letter;
  });
  return upper;
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
  const std::string_view port = host.substr(std::min(host.rfind(':'), host.size()));
  host = host.substr(0, host.size() - port.size());
  // The root of all names may be written out: "example.com.", with any sign that IDNA takes for a point.
  while (host.ends_with('.')) host.remove_suffix(1);
  std::string letters = host_in_letters(host);
  if (letters.ends_with('.')) letters.pop_back();
  if (letters.empty()) return std::nullopt;
  const std::string_view rest = url.substr(host_end);
  const std::size_t path_end = std::min(rest.find('?'), rest.size());
  return WebAddress{.host = std::move(letters),
                    .port = std::string(port),
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

std::optional<unsigned> escaped_byte(std::string_view text, std::size_t at) {
  unsigned byte = 0;
  const char* const digits = text.data() + at + 1;
  const bool escape = text[at] == '%' && at + 2 < text.size() &&
                      std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
  return escape ? std::optional(byte) : std::nullopt;
}

/// Never need an escape (RFC 3986, 2.3). Not the digits of escapes, of which a new one could come about.
bool needs_no_escape(unsigned byte) {
  const unsigned lower = byte | 0x20U;
  return (lower >= 'g' && lower <= 'z' && byte >= 'A') || byte == '-' || byte == '.' || byte == '_' ||
         byte == '~';
}

/// Browsers show the letters and copy the escapes: letters beyond ASCII are written out, in one form. Other
/// escapes stay, since they may be there for a reason.
std::string with_letters(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const auto byte = escaped_byte(path, at);
    if (byte && (*byte >= 0x80 || needs_no_escape(*byte))) {
      out.push_back(static_cast<char>(*byte));
    } else if (byte) {
      out.append(upper_ascii(path.substr(at, 3)));
    } else {
      out.push_back(path[at]);
    }
    at += byte ? 2U : 0U;
  }
  return composed(out);
}

}  // namespace

std::string normalised_url(std::string_view url) {
  const auto address = take_apart(url);
  if (!address) return std::string(url);
  std::string_view path = address->path;
  while (path.ends_with('/')) path.remove_suffix(1);
  return "https://" + address->host + address->port + with_letters(path) +
         with_letters(kept_parameters(address->parameters));
}

std::string site_of(std::string_view url) {
  const auto address = take_apart(url);
  if (!address) return {};
  std::string_view host = address->host;
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

}  // namespace fihrist
