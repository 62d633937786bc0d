// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks: addresses and ranges of addresses, and the client behind proxies that are trusted.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// IPv6; IPv4 stands in it as ::ffff:a.b.c.d (RFC 4291, 2.5.5.2), so that one client is one address on a
/// socket of either kind.
struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};
  friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
};

/// "192.0.2.1", "2001:db8::1", with a port or a zone behind it ("192.0.2.1:80", "[::1]:80", "fe80::1%eth0").
/// Nothing for anything else.
std::optional<IpAddress> parse_ip_address(std::string_view text);

bool is_ipv4(const IpAddress& address);

/// As parse_ip_address reads it: "192.0.2.1", "2001:db8::1".
std::string to_text(const IpAddress& address);

/// The addresses whose first `bits` bits are those of `first`.
struct AddressRange {
  IpAddress first;
  unsigned bits = 128;
  bool contains(const IpAddress& address) const;
};

/// "10.0.0.0/8", "2001:db8::/32"; an address alone is a range of one. Nothing for anything else.
std::optional<AddressRange> parse_address_range(std::string_view text);

/// The client of a request: the other end of the connection, unless it is a trusted proxy. Then the
/// rightmost address of X-Forwarded-For that is none, because what stands left of it is the client's own
/// word; the leftmost one when all are trusted. `forwarded_for` holds all lines of the header, in order,
/// with commas between them.
IpAddress client_address(const IpAddress& peer, std::string_view forwarded_for,
                         const std::vector<AddressRange>& trusted);

}  // namespace fihrist
