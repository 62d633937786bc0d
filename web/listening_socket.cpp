// SPDX-License-Identifier: GPL-3.0-or-later
// getaddrinfo(3), bind(2), accept4(2); IPv4 and IPv6 alike.
#include "web/listening_socket.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "schema/error.hpp"

namespace fihrist {
namespace {

constexpr int kernel_backlog = 1024;

struct AddressListEnd {
  void operator()(addrinfo* list) const noexcept { ::freeaddrinfo(list); }
};
using AddressList = std::unique_ptr<addrinfo, AddressListEnd>;

AddressList addresses_of(const std::string& host, std::uint16_t port) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const std::string service = std::to_string(port);
  if (::getaddrinfo(host.c_str(), service.c_str(), &wanted, &list) != 0) return nullptr;
  return AddressList(list);
}

void set_option(int socket, int level, int name, int value) noexcept {
  ::setsockopt(socket, level, name, &value, sizeof value);
}

/// A socket that listens; -1 with errno. SO_REUSEADDR alone: with SO_REUSEPORT two servers would share one
/// port in silence.
int listen_on(const addrinfo& address) {
  const int socket =
      ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol);
  if (socket < 0) return -1;
  set_option(socket, SOL_SOCKET, SO_REUSEADDR, 1);
  if (::bind(socket, address.ai_addr, address.ai_addrlen) == 0 && ::listen(socket, kernel_backlog) == 0)
    return socket;
  const int reason = errno;
  ::close(socket);
  errno = reason;
  return -1;
}

/// Both kinds of address keep their port in the same place of the same size.
std::uint16_t port_of(int socket) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&storage), &size);
  sockaddr_in address{};
  std::memcpy(&address, &storage, sizeof address);
  return ntohs(address.sin_port);
}

std::string text_of(const sockaddr_storage& storage) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (storage.ss_family == AF_INET) {
    sockaddr_in address{};
    std::memcpy(&address, &storage, sizeof address);
    ::inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size());
  } else if (storage.ss_family == AF_INET6) {
    sockaddr_in6 address{};
    std::memcpy(&address, &storage, sizeof address);
    ::inet_ntop(AF_INET6, &address.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

ListeningSocket::Outcome outcome_of(int reason) noexcept {
  switch (reason) {
    case EAGAIN:
      return ListeningSocket::Outcome::nobody;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
      return ListeningSocket::Outcome::no_descriptor;
    default:  // errors of the connection that was to be accepted (accept(2))
      return ListeningSocket::Outcome::failed;
  }
}

}  // namespace

ListeningSocket::ListeningSocket(const std::string& host, std::uint16_t port) {
  errno = 0;
  const AddressList addresses = addresses_of(host, port);
  for (const addrinfo* one = addresses.get(); one != nullptr && descriptor_ < 0; one = one->ai_next)
    descriptor_ = listen_on(*one);
  if (descriptor_ < 0) {
    const std::string reason = !addresses ? ": no such host" : std::string(": ") + std::strerror(errno);
    throw Error(ErrorCode::failed, "cannot listen on " + host + ":" + std::to_string(port) + reason,
                "Another program may hold the port: stop it, or choose another one with --listen HOST:PORT.");
  }
  port_ = port_of(descriptor_);
}

ListeningSocket::~ListeningSocket() { close(); }

void ListeningSocket::close() noexcept {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

ListeningSocket::Accepted ListeningSocket::accept() noexcept {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  const int socket =
      ::accept4(descriptor_, reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (socket < 0) return {.outcome = outcome_of(errno)};
  set_option(socket, IPPROTO_TCP, TCP_NODELAY, 1);
  return {.outcome = Outcome::accepted, .descriptor = socket, .peer = text_of(peer)};
}

}  // namespace fihrist
