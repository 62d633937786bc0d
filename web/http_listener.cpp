// SPDX-License-Identifier: GPL-3.0-or-later
// The loop of the thread that waits: accepts, and passes on what readiness tells.
#include "web/http_listener.hpp"

#include <atomic>
#include <utility>

#include "web/exchanges.hpp"
#include "web/listening_socket.hpp"
#include "web/readiness.hpp"

namespace fihrist {
namespace {

using namespace std::chrono_literals;
using Clock = Connection::Clock;

constexpr auto tick = 100ms;
constexpr std::uint64_t listening_key = 0;  // connections count from 1
constexpr int accepted_a_round = 64;

}  // namespace

struct HttpListener::Body {
  Body(const ListenerOptions& options, HttpHandlers handlers, ListenerCounts& counted)
      : drain_time(options.drain_time),
        counts(counted),
        listening(options.host, options.port),
        exchanges(options, std::move(handlers), counts, readiness) {}

  void loop();
  void accept_all();
  void pass_on(const Readiness::Ready& one);
  void look_at_clocks();
  void begin_draining();

  std::chrono::milliseconds drain_time;
  ListenerCounts& counts;
  ListeningSocket listening;
  const std::uint16_t port = listening.port();
  Readiness readiness;
  Clock::time_point now = Clock::now();
  Clock::time_point next_look;
  Clock::time_point drained_by = Clock::time_point::max();
  std::atomic<bool> is_stopping = false;
  bool is_draining = false;
  Exchanges exchanges;  // the last one: its threads ring the bell of readiness
};

void HttpListener::Body::accept_all() {
  for (int i = 0; i < accepted_a_round; ++i) {
    const ListeningSocket::Accepted accepted = listening.accept();
    switch (accepted.outcome) {
      case ListeningSocket::Outcome::accepted:
        exchanges.welcome(accepted);
        break;
      case ListeningSocket::Outcome::failed:
        break;
      case ListeningSocket::Outcome::no_descriptor:
        if (exchanges.end_longest_waiting()) break;
        readiness.change(listening.descriptor(), listening_key, 0);  // until the next look at the clocks
        return;
      case ListeningSocket::Outcome::nobody:
        return;
    }
  }
}

void HttpListener::Body::pass_on(const Readiness::Ready& one) {
  if (one.key == Readiness::bell)
    exchanges.take_answers();
  else if (one.key == listening_key)
    accept_all();
  else
    exchanges.serve(one.key, one.events);
}

void HttpListener::Body::look_at_clocks() {
  if (now < next_look) return;
  next_look = now + tick;
  exchanges.look_at_clocks();
  if (!is_draining) readiness.change(listening.descriptor(), listening_key, EPOLLIN);
}

/// What the kernel accepted already is answered.
void HttpListener::Body::begin_draining() {
  is_draining = true;
  drained_by = now + drain_time;
  accept_all();
  readiness.remove(listening.descriptor());
  listening.close();
  exchanges.begin_draining();
}

void HttpListener::Body::loop() {
  readiness.add(listening.descriptor(), listening_key, EPOLLIN);
  for (;;) {
    if (is_stopping && !is_draining) begin_draining();
    if (is_draining && (exchanges.connections() == 0 || now > drained_by)) return;
    const bool may_sleep = exchanges.connections() == 0 && !is_draining;
    const auto ready = readiness.wait(may_sleep ? -1 : static_cast<int>(tick.count()));
    now = Clock::now();
    exchanges.set_now(now);
    for (const Readiness::Ready& one : ready) pass_on(one);
    look_at_clocks();
    counts.open = exchanges.connections();
  }
}

HttpListener::HttpListener(const ListenerOptions& options, HttpHandlers handlers, ListenerCounts& counts)
    : body_(std::make_unique<Body>(options, std::move(handlers), counts)) {}

HttpListener::~HttpListener() = default;

std::uint16_t HttpListener::port() const noexcept { return body_->port; }

void HttpListener::run() {
  body_->loop();
  body_->exchanges.end();
}

void HttpListener::stop() noexcept {
  body_->is_stopping = true;
  body_->readiness.ring();
}

}  // namespace fihrist
