// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C, SIGTERM and SIGHUP as calls on an ordinary thread, so that work can end or change in order.
#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace fihrist {

/// While it lives, SIGINT and SIGTERM wait instead of killing the process, and SIGHUP too for who takes it.
/// To be made before other threads are, because they inherit what is blocked.
class BlockedSignals {
 public:
  enum class Hangup { kills, waits };

  explicit BlockedSignals(Hangup hangup = Hangup::kills);
  ~BlockedSignals();
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;

  const sigset_t& set() const noexcept { return signals_; }

 private:
  sigset_t signals_{};
  sigset_t before_{};
};

/// Takes the signals that are blocked: each calls `on_signal` with its count (1, 2, …) on a thread of its
/// own, a SIGHUP calls `on_hangup`. What the calls use must be made before the watch and outlive it.
class SignalWatch {
 public:
  SignalWatch(const BlockedSignals& blocked, std::function<void(int count)> on_signal,
              std::function<void()> on_hangup = {});
  ~SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

 private:
  std::jthread watcher_;
};

}  // namespace fihrist
