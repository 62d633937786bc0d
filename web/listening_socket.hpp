// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP port: bound, listened on, accepted from.
#pragma once

#include <cstdint>
#include <string>

namespace fihrist {

class ListeningSocket {
 public:
  /// Binds; port 0 takes any free one. Two processes cannot share a port. Throws Error(failed) when the port
  /// is taken or the host is none.
  ListeningSocket(const std::string& host, std::uint16_t port);
  ~ListeningSocket();  ///< closes
  ListeningSocket(const ListeningSocket&) = delete;
  ListeningSocket& operator=(const ListeningSocket&) = delete;

  int descriptor() const noexcept { return descriptor_; }
  std::uint16_t port() const noexcept { return port_; }
  void close() noexcept;

  enum class Outcome {
    accepted,
    nobody,         ///< no connection waits
    failed,         ///< this connection is gone already; the next may do
    no_descriptor,  ///< the process, the system or its memory has no room for another
  };
  struct Accepted {
    Outcome outcome = Outcome::nobody;
    int descriptor = -1;  ///< non-blocking, without Nagle's delay; the caller's to close
    std::string peer;     ///< its address
  };
  Accepted accept() noexcept;

 private:
  int descriptor_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace fihrist
