// SPDX-License-Identifier: GPL-3.0-or-later
// A client that sends bytes as they are, for what no HTTP library would send.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace fihrist::test {

/// A connection to a port of this machine. Gives up on a read after ten seconds of silence.
class RawConnection {
 public:
  explicit RawConnection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawConnection() {
    if (socket_ >= 0) ::close(socket_);
  }
  RawConnection(RawConnection&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)),
        is_open_(other.is_open_),
        pending_(std::move(other.pending_)) {}
  RawConnection& operator=(RawConnection&&) = delete;

  bool is_open() const { return is_open_; }

  /// False when the other end is gone.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t put = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (put <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
  }

  /// Makes its end a reset, as that of a program that was killed with unread bytes.
  void reset_at_end() const {
    const linger at_once{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }

  void end_sending() const { ::shutdown(socket_, SHUT_WR); }

  /// What comes until the server closes.
  std::string read_to_end() {
    while (receive()) {
    }
    return std::exchange(pending_, {});
  }

  /// One response, told by its Content-Length; what was read of it when the server closes before.
  std::string read_response(bool has_body = true) {
    std::size_t end = 0;
    while ((end = pending_.find("\r\n\r\n")) == std::string::npos)
      if (!receive()) return std::exchange(pending_, {});
    end += 4;
    const std::size_t field = pending_.find("Content-Length: ");
    if (has_body && field < end) end += std::stoul(pending_.substr(field + 16));
    while (pending_.size() < end && receive()) {
    }
    std::string response = pending_.substr(0, end);
    pending_.erase(0, end);
    return response;
  }

  /// True when the server has closed and nothing is left to read.
  bool is_closed_by_server() { return pending_.empty() && !receive() && pending_.empty(); }

 private:
  bool receive() {
    pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
    char buffer[16384];
    if (::poll(&waiting, 1, 10'000) != 1) return false;
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got <= 0) return false;
    pending_.append(buffer, static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  bool is_open_ = false;
  std::string pending_;
};

/// "200" of "HTTP/1.1 200 OK…"; 0 when there was no response.
inline int status_of(std::string_view response) {
  return response.starts_with("HTTP/1.1 ") && response.size() > 12
             ? (response[9] - '0') * 100 + (response[10] - '0') * 10 + (response[11] - '0')
             : 0;
}

}  // namespace fihrist::test
