// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for many sockets at once.
#pragma once

#include <sys/epoll.h>

#include <array>
#include <cstdint>
#include <span>

namespace fihrist {

/// epoll(7) with a bell that other threads ring. One thread waits; any thread may ring.
class Readiness {
 public:
  /// Throws std::system_error.
  Readiness();
  ~Readiness();
  Readiness(const Readiness&) = delete;
  Readiness& operator=(const Readiness&) = delete;

  /// The bell's key; the others choose theirs.
  static constexpr std::uint64_t bell = ~std::uint64_t{0};

  /// `events` as epoll_ctl(2) has them. False when the kernel has no room.
  bool add(int descriptor, std::uint64_t key, std::uint32_t events) noexcept;
  void change(int descriptor, std::uint64_t key, std::uint32_t events) noexcept;
  void remove(int descriptor) noexcept;

  struct Ready {
    std::uint64_t key;
    std::uint32_t events;
  };
  /// Waits until something is ready or the time is over; -1 waits for ever. Valid until the next call.
  std::span<const Ready> wait(int milliseconds) noexcept;
  /// Safe in a signal handler.
  void ring() noexcept;

 private:
  int epoll_;
  int bell_;
  std::array<Ready, 256> ready_{};
};

}  // namespace fihrist
