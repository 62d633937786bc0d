// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks the signals and waits for them: nothing runs inside a signal handler.
#include "cli/interruption.hpp"

#include <utility>

namespace fihrist {

BlockedSignals::BlockedSignals(Hangup hangup) {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  if (hangup == Hangup::waits) sigaddset(&signals_, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
}

BlockedSignals::~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

SignalWatch::SignalWatch(const BlockedSignals& blocked, std::function<void(int)> on_signal,
                         std::function<void()> on_hangup)
    : watcher_([signals = blocked.set(), call = std::move(on_signal),
                hangup = std::move(on_hangup)](const std::stop_token& stop) {
        for (int count = 0; !stop.stop_requested();) {
          int received = 0;
          if (sigwait(&signals, &received) != 0 || stop.stop_requested()) continue;
          if (received == SIGHUP)
            hangup();
          else
            call(++count);
        }
      }) {}

SignalWatch::~SignalWatch() {
  watcher_.request_stop();
  // To this thread alone, which waits for it: ends its sigwait, and nothing else.
  pthread_kill(watcher_.native_handle(), SIGTERM);  // NOLINT(bugprone-bad-signal-to-kill-thread,cert-pos44-c)
}

}  // namespace fihrist
