// SPDX-License-Identifier: GPL-3.0-or-later
// Reads addresses with inet_pton(), which takes no octal and no shortened forms, and walks the header from
// the right.
#include "web/client_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "web/optional_space.hpp"

namespace fihrist {
namespace {

constexpr std::array<std::uint8_t, 12> ipv4_in_ipv6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned ipv4_offset_bits = ipv4_in_ipv6.size() * 8;

/// The address without brackets, port and zone.
std::string_view bare_address(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, std::min(text.find(']'), text.size()) - 1);
  if (std::count(text.begin(), text.end(), ':') == 1) return text.substr(0, text.find(':'));
  return text.substr(0, text.find('%'));
}

std::optional<unsigned> number_up_to(std::string_view digits, unsigned most) {
  unsigned number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure != std::errc{} || end != digits.data() + digits.size() || number > most) return std::nullopt;
  return number;
}

bool holds(const std::vector<AddressRange>& ranges, const IpAddress& address) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const AddressRange& range) { return range.contains(address); });
}

}  // namespace

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  const std::string bare(bare_address(without_optional_space(text)));
  IpAddress address;
  if (::inet_pton(AF_INET6, bare.c_str(), address.bytes.data()) == 1) return address;
  if (::inet_pton(AF_INET, bare.c_str(), address.bytes.data() + ipv4_in_ipv6.size()) != 1)
    return std::nullopt;
  std::copy(ipv4_in_ipv6.begin(), ipv4_in_ipv6.end(), address.bytes.begin());
  return address;
}

std::string to_text(const IpAddress& address) {
  constexpr std::size_t ipv4_begin = 12;
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool four = is_ipv4(address);
  ::inet_ntop(four ? AF_INET : AF_INET6, address.bytes.data() + (four ? ipv4_begin : 0), text.data(),
              text.size());
  return text.data();
}

bool is_ipv4(const IpAddress& address) {
  return std::equal(ipv4_in_ipv6.begin(), ipv4_in_ipv6.end(), address.bytes.begin());
}

bool AddressRange::contains(const IpAddress& address) const {
  const std::size_t whole = bits / 8;
  if (!std::equal(first.bytes.begin(), first.bytes.begin() + static_cast<std::ptrdiff_t>(whole),
                  address.bytes.begin()))
    return false;
  const unsigned rest = bits % 8;
  return rest == 0 || (first.bytes[whole] ^ address.bytes[whole]) >> (8 - rest) == 0;
}

std::optional<AddressRange> parse_address_range(std::string_view text) {
  const auto slash = text.find('/');
  const std::string_view network = text.substr(0, slash);
  const auto first = parse_ip_address(network);
  if (!first || bare_address(network) != network) return std::nullopt;
  if (slash == text.npos) return AddressRange{.first = *first};
  const bool is_short = network.find(':') == network.npos;
  const auto bits = number_up_to(text.substr(slash + 1), is_short ? 32 : 128);
  if (!bits) return std::nullopt;
  return AddressRange{.first = *first, .bits = *bits + (is_short ? ipv4_offset_bits : 0)};
}

IpAddress client_address(const IpAddress& peer, std::string_view forwarded_for,
                         const std::vector<AddressRange>& trusted) {
  IpAddress client = peer;
  while (!forwarded_for.empty() && holds(trusted, client)) {
    const auto comma = forwarded_for.rfind(',');
    const auto before = parse_ip_address(forwarded_for.substr(comma == forwarded_for.npos ? 0 : comma + 1));
    if (!before) break;  // "unknown", an obfuscated name: the proxy that wrote it is all that is known
    client = *before;
    forwarded_for = forwarded_for.substr(0, comma == forwarded_for.npos ? 0 : comma);
  }
  return client;
}

}  // namespace fihrist
