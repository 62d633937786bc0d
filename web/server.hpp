// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP server: an archive on a port.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "searcher/ranking_options.hpp"
#include "searcher/shard_options.hpp"
#include "web/access_log.hpp"
#include "web/client_address.hpp"
#include "web/site_settings.hpp"

namespace fihrist {

struct ServerOptions {
  std::filesystem::path archive;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free one, see port()
  SiteSettings site;          ///< its prefix as typed: "archive/" and "/archive" are the same
  unsigned threads = 0;       ///< 0: as many as the machine has
  RankingOptions ranking;     ///< by which results are ordered
  ShardOptions shards = {};   ///< none: the directory's own index is searched
  std::vector<AddressRange> trusted_proxies = {};                  ///< whose X-Forwarded-For names the client
  double requests_per_second = 0;                                  ///< of one client; 0: any number
  std::chrono::milliseconds queue_time = std::chrono::seconds(3);  ///< a longer wait is answered 503
  AccessLogOptions access_log = {};
};

/// Serves one archive. stop() and reload() may be called from any thread.
class Server {
 public:
  /// Opens the archive and binds the port. Throws Error: failed (no index, port taken), mismatch,
  /// damaged, usage (what is wrong in the prefix or the theme).
  explicit Server(ServerOptions options);
  ~Server();  ///< stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const noexcept;
  std::string url() const;  ///< "http://127.0.0.1:8080/archive/"
  /// Serves until stop(); requests at hand are answered first.
  void run();
  void stop() noexcept;
  /// Reads the owner's words and the theme anew (Front::reload). Throws Error when one is wrong.
  void reload();

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist
