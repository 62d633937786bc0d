// SPDX-License-Identifier: GPL-3.0-or-later
// Takes HOST:PORT apart.
#include "cli/listen_address.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "analysis/ascii.hpp"
#include "schema/error.hpp"

namespace fihrist {
namespace {

Error no_address(std::string_view text) {
  return Error(ErrorCode::usage, "--listen: \"" + std::string(text) + "\" is no address",
               "Write it as HOST:PORT, for example 127.0.0.1:8080 or [::1]:8080.");
}

std::optional<std::uint16_t> port_of(std::string_view digits) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return port;
}

/// The host with its brackets, if any, and what stands behind it, with its colon.
std::pair<std::string_view, std::string_view> split_host(std::string_view text) {
  const bool bracketed = text.starts_with('[');
  const auto end = bracketed ? text.find(']') : text.find(':');
  if (end == std::string_view::npos) return {text, {}};
  return {text.substr(0, end + (bracketed ? 1 : 0)), text.substr(end + (bracketed ? 1 : 0))};
}

std::string bare_host(std::string_view host) {
  if (host.starts_with('[')) host = host.substr(1, host.size() - (host.ends_with(']') ? 2 : 1));
  return std::string(host);
}

bool is_host(std::string_view host) {
  const auto allowed = [](char c) {
    return is_ascii_digit(c) || is_ascii_letter(c) || c == '.' || c == '-' || c == '_';
  };
  if (host.starts_with('['))
    return host.size() > 3 && host.ends_with(']') && host.find(':') != std::string_view::npos;
  return std::ranges::all_of(host, allowed);
}

}  // namespace

ListenAddress parse_listen_address(std::string_view text) {
  ListenAddress address;
  if (const auto port = port_of(text)) {
    address.port = *port;
    return address;
  }
  const auto [host, rest] = split_host(text);
  if (!is_host(host) || (host.empty() && rest.empty())) throw no_address(text);
  if (!rest.empty()) {
    const auto port = rest.front() == ':' ? port_of(rest.substr(1)) : std::nullopt;
    if (!port) throw no_address(text);
    address.port = *port;
  }
  if (!host.empty()) address.host = bare_host(host);
  return address;
}

}  // namespace fihrist
