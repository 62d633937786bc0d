// SPDX-License-Identifier: GPL-3.0-or-later
// One socket among many: how much of the thread's time it takes at once.
#include "web/connection.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

using namespace fihrist;

namespace {

/// Two ends of a socket with room for much.
struct Pair {
  Pair() {
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) == 0);
    constexpr int room = 4 << 20;
    for (const int end : ends) {
      ::setsockopt(end, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
      ::setsockopt(end, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    }
  }
  /// What has come at the other end.
  std::size_t drain() const {
    std::array<char, 65536> buffer{};
    std::size_t all = 0;
    for (ssize_t got = 1; got > 0; all += got > 0 ? static_cast<std::size_t>(got) : 0)
      got = ::recv(ends[1], buffer.data(), buffer.size(), 0);
    return all;
  }
  std::array<int, 2> ends{};
};

}  // namespace

TEST_CASE("a long answer goes out piece by piece, however fast it is taken, so that others have their turn") {
  const Pair pair;
  Connection connection(pair.ends[0], "127.0.0.1");
  constexpr std::size_t size = 3'000'000;
  connection.output = std::string(size, 'a');
  std::size_t taken = 0;
  int rounds = 0;
  for (auto outcome = Connection::Transfer::blocked; outcome == Connection::Transfer::blocked; ++rounds) {
    outcome = connection.send();
    const std::size_t came = pair.drain();
    CHECK(came <= 262'144);
    taken += came;
  }
  CHECK(taken == size);
  CHECK(rounds >= 12);
  CHECK(connection.output.empty());
  ::close(pair.ends[1]);
}

TEST_CASE("no more is read than is asked for, and the end of the other side is seen") {
  const Pair pair;
  Connection connection(pair.ends[0], "127.0.0.1");
  const std::string sent(1000, 'b');
  REQUIRE(::send(pair.ends[1], sent.data(), sent.size(), 0) == 1000);
  connection.receive(600);
  CHECK(connection.input.size() == 600);
  ::close(pair.ends[1]);
  connection.receive(2000);
  CHECK(connection.input.size() == 1000);
  CHECK(connection.has_ended);
}
