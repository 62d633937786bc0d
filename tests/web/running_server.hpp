// SPDX-License-Identifier: GPL-3.0-or-later
// The real server on a real port, for the time of a test.
#pragma once

#include <httplib.h>

#include <string>
#include <thread>

#include "tests/web/indexed_archive.hpp"
#include "tests/web/raw_connection.hpp"
#include "web/server.hpp"

namespace fihrist::test {

/// Serves in a thread of its own until the end of the test.
class RunningServer {
 public:
  explicit RunningServer(ServerOptions options = {})
      : server(here(std::move(options))), thread([this] { server.run(); }) {}
  ~RunningServer() {
    server.stop();
    thread.join();
  }

  httplib::Client client() const { return httplib::Client("127.0.0.1", server.port()); }

  /// Sends bytes as they are; the first answer.
  std::string raw(const std::string& bytes) const {
    RawConnection connection(server.port());
    connection.send(bytes);
    return connection.read_response();
  }

  IndexedArchive archive;
  Server server;
  std::thread thread;

 private:
  ServerOptions here(ServerOptions options) const {
    options.archive = archive.path();
    options.port = 0;
    options.threads = 2;
    return options;
  }
};

}  // namespace fihrist::test
