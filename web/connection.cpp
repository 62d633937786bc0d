// SPDX-License-Identifier: GPL-3.0-or-later
// recv(2) and send(2) that never wait.
#include "web/connection.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace fihrist {
namespace {

constexpr std::size_t piece = 16384;

/// A client that sends without end must not keep the others waiting: the rest is read in another round. No
/// more may one that takes a long answer as fast as it is written.
constexpr int pieces_a_round = 8;
constexpr std::size_t sent_a_round = std::size_t{1} << 18;

}  // namespace

Connection::~Connection() {
  *is_gone = true;
  ::close(socket_);
}

Connection::Transfer Connection::receive(std::size_t most) {
  std::array<char, piece> buffer{};
  while (input.size() < most) {
    const ssize_t got = ::recv(socket_, buffer.data(), std::min(buffer.size(), most - input.size()), 0);
    if (got > 0) {
      input.append(buffer.data(), static_cast<std::size_t>(got));
    } else if (got == 0) {
      has_ended = true;
      return Transfer::done;
    } else if (errno != EINTR) {
      return errno == EAGAIN ? Transfer::blocked : Transfer::broken;
    }
  }
  return Transfer::done;
}

Connection::Transfer Connection::discard() {
  std::array<char, piece> buffer{};
  for (int round = 0; round < pieces_a_round; ++round) {
    const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (got == 0) return Transfer::done;
    if (got < 0 && errno != EINTR) return errno == EAGAIN ? Transfer::blocked : Transfer::broken;
  }
  return Transfer::blocked;
}

Connection::Transfer Connection::send() {
  const std::size_t end = std::min(output.size(), sent_ + sent_a_round);
  while (sent_ < end) {
    const ssize_t put = ::send(socket_, output.data() + sent_, end - sent_, MSG_NOSIGNAL);
    if (put >= 0) {
      sent_ += static_cast<std::size_t>(put);
      last_progress = Clock::now();
    } else if (errno != EINTR) {
      return errno == EAGAIN ? Transfer::blocked : Transfer::broken;
    }
  }
  if (end < output.size()) return Transfer::blocked;
  sent_ = 0;
  std::string().swap(output);
  return Transfer::done;
}

void Connection::end_output() noexcept { ::shutdown(socket_, SHUT_WR); }

}  // namespace fihrist
