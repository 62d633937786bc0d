// SPDX-License-Identifier: GPL-3.0-or-later
// epoll(7) and eventfd(2).
#include "web/readiness.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace fihrist {
namespace {

epoll_event event(std::uint64_t key, std::uint32_t events) noexcept {
  epoll_event made{};
  made.events = events;
  made.data.u64 = key;
  return made;
}

}  // namespace

Readiness::Readiness()
    : epoll_(::epoll_create1(EPOLL_CLOEXEC)), bell_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (epoll_ >= 0 && bell_ >= 0 && add(bell_, bell, EPOLLIN)) return;
  const int reason = errno;
  if (epoll_ >= 0) ::close(epoll_);
  if (bell_ >= 0) ::close(bell_);
  throw std::system_error(reason, std::generic_category(), "waiting for connections");
}

Readiness::~Readiness() {
  ::close(bell_);
  ::close(epoll_);
}

bool Readiness::add(int descriptor, std::uint64_t key, std::uint32_t events) noexcept {
  epoll_event added = event(key, events);
  return ::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &added) == 0;
}

void Readiness::change(int descriptor, std::uint64_t key, std::uint32_t events) noexcept {
  epoll_event changed = event(key, events);
  ::epoll_ctl(epoll_, EPOLL_CTL_MOD, descriptor, &changed);
}

void Readiness::remove(int descriptor) noexcept { ::epoll_ctl(epoll_, EPOLL_CTL_DEL, descriptor, nullptr); }

std::span<const Readiness::Ready> Readiness::wait(int milliseconds) noexcept {
  std::array<epoll_event, std::tuple_size_v<decltype(ready_)>> events{};
  const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), milliseconds);
  const auto size = static_cast<std::size_t>(std::max(count, 0));
  for (std::size_t i = 0; i < size; ++i) {
    ready_[i] = {.key = events[i].data.u64, .events = events[i].events};
    std::uint64_t rung = 0;
    if (ready_[i].key == bell) static_cast<void>(::read(bell_, &rung, sizeof rung));
  }
  return {ready_.data(), size};
}

void Readiness::ring() noexcept {
  const std::uint64_t once = 1;
  static_cast<void>(::write(bell_, &once, sizeof once));
}

}  // namespace fihrist
