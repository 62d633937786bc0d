// SPDX-License-Identifier: GPL-3.0-or-later
// Starts, stops and disturbs servers.
#include "tests/shards/served_shards.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#include <utility>

#include "indexer/indexer.hpp"
#include "indexer/shard_cut.hpp"

namespace fihrist::test {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), size) == 0);
  REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  ::close(socket);
  return ntohs(address.sin_port);
}

bool connects(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  const bool connected = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(socket);
  return connected;
}

}  // namespace

ShardServer::ShardServer(const std::filesystem::path& shard) : shard_(shard), port_(free_port()) { start(); }

ShardServer::ShardServer(ShardServer&& other) noexcept
    : shard_(std::move(other.shard_)), port_(other.port_), process_(std::exchange(other.process_, 0)) {}

ShardServer::~ShardServer() { kill(); }

std::string ShardServer::address() const { return fmt::format("tcp:127.0.0.1:{}", port_); }

void ShardServer::start() {
  const std::string port = std::to_string(port_), directory = shard_.string();
  process_ = ::fork();
  if (process_ == 0) {
    ::setsid();
    const int silence = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int stream : {0, 1, 2}) ::dup2(silence, stream);
    ::execl(XAPIAN_TCPSRV, XAPIAN_TCPSRV, "--quiet", "--interface", "127.0.0.1", "--port", port.c_str(),
            directory.c_str(), nullptr);
    ::_exit(127);
  }
  while (!connects(port_)) {
    REQUIRE(::waitpid(process_, nullptr, WNOHANG) == 0);  // else it could not start
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void ShardServer::signal(int number) const {
  if (process_ != 0) ::kill(-process_, number);
}

void ShardServer::kill() {
  signal(SIGKILL);
  if (process_ != 0) ::waitpid(process_, nullptr, 0);
  process_ = 0;
}

void ShardServer::restart() {
  kill();
  start();
}

void ShardServer::freeze() { signal(SIGSTOP); }
void ShardServer::thaw() { signal(SIGCONT); }

ServedShards::ServedShards(const std::filesystem::path& archive, unsigned shards) {
  const ShardCut cut =
      cut_into_shards({.archive = archive, .to = directory.path(), .shards = shards, .jobs = 2});
  for (const ShardCut::Part& part : cut.parts) servers.emplace_back(part.directory);
}

ShardOptions ServedShards::options() const {
  ShardOptions options{.connect_timeout = std::chrono::minutes(1),
                       .answer_timeout = std::chrono::minutes(1),
                       .check_interval = std::chrono::milliseconds(100)};
  // Their order says nothing.
  for (auto server = servers.rbegin(); server != servers.rend(); ++server)
    options.addresses.push_back(server->address());
  return options;
}

SourceArchive::SourceArchive(const std::string& lines) { add(lines); }

void SourceArchive::add(const std::string& lines) {
  write_file(directory_ / "articles.jsonl", lines);
  run_index({.archive = path(), .paths = {(directory_ / "articles.jsonl").string()}});
}

}  // namespace fihrist::test
