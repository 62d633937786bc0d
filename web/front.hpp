// SPDX-License-Identifier: GPL-3.0-or-later
// The door for all threads: shares a few sites among many requests and never lets a failure through.
#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "web/access_log.hpp"
#include "web/client_address.hpp"
#include "web/metrics.hpp"
#include "web/rate_limit.hpp"
#include "web/site.hpp"

namespace fihrist {

struct FrontOptions {
  SiteSettings site;
  unsigned sites = 1;                                            ///< requests that are worked on at once
  std::chrono::milliseconds patience = std::chrono::seconds(3);  ///< a longer wait for a turn is answered 503
  std::vector<AddressRange> trusted_proxies = {};                ///< whose X-Forwarded-For is believed
  RankingOptions ranking = {};
  ShardOptions shards = {};        ///< none: the directory's own index is searched
  double requests_per_second = 0;  ///< of one client (web/rate_limit.hpp); more is answered 429; 0: any
  AccessLogOptions access_log = {};
};

/// Thread-safe.
class Front {
 public:
  /// Throws Error when the archive cannot be opened or its theme is wrong.
  explicit Front(const std::filesystem::path& archive, const FrontOptions& options = {});

  /// Reads the owner's names and plurals and the theme anew, and opens the access log; requests at hand end
  /// with the old ones. Throws Error when one is wrong; that one stays as it was, and so do those named after
  /// it.
  void reload();

  /// Never throws. The path may begin with the prefix or not: proxies differ in whether they cut it. The
  /// response carries every header it needs, security headers too.
  Response respond(Request request) noexcept;

  /// For the listener that stands before this front; told in /metrics.
  ListenerCounts& listener_counts() noexcept { return listener_counts_; }

  /// True for what is answered from memory and need not wait for a site.
  bool is_urgent(std::string_view path) const;

  /// An error page made beforehand, for requests that never became one: 400, 405, 408, 413, 414, 429, 431,
  /// 500, 503, 505.
  Response failure(int status) const;

  /// Told of each answer that the listener made of failure() by itself, for the access log.
  void note_failure(int status, const std::string& peer) noexcept;

 private:
  class Turn;
  std::string_view below_prefix(std::string_view path) const;
  /// Everything that is made from one theme.
  struct Looks {
    std::shared_ptr<const Theme> theme;
    std::vector<Response> failures;
  };
  Looks load_looks() const;
  void take_looks();
  std::shared_ptr<const Looks> looks() const;
  std::vector<std::unique_ptr<Site>> make_sites(const std::shared_ptr<const Theme>& theme);
  Response route(const Request& request);
  std::optional<Response> refused(const Request& request);
  Response respond_in_turn(const Request& request);

  Response show_metrics(const Request& request) const;
  IpAddress client_of(const Request& request) const;
  void note(const Request& request, const Response& response, std::chrono::duration<double> took) noexcept;

  std::filesystem::path directory_;
  Archive archive_;
  FiledNames filed_names_;
  PageCache pages_;
  Metrics metrics_;
  ListenerCounts listener_counts_;
  SiteSettings settings_;
  unsigned sites_;
  std::chrono::milliseconds patience_;
  std::vector<AddressRange> trusted_proxies_;
  std::optional<RateLimit> rate_limit_;
  std::unique_ptr<AccessLog> access_log_;
  mutable std::mutex mutex_;  ///< guards what follows
  std::condition_variable freed_;
  std::shared_ptr<const Looks> looks_;
  std::uint64_t loads_ = 0;  ///< sites of an earlier load are not given out again
  std::vector<std::unique_ptr<Site>> free_;
};

}  // namespace fihrist
