// SPDX-License-Identifier: GPL-3.0-or-later
// Where the server listens, as an operator writes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fihrist {

struct ListenAddress {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
};

/// "127.0.0.1:8080", "[::1]:8080", "localhost:0", ":8080" and "8080" (this machine only), "0.0.0.0" (port
/// 8080). Throws Error(usage) for anything else.
ListenAddress parse_listen_address(std::string_view text);

}  // namespace fihrist
