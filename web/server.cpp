// SPDX-License-Identifier: GPL-3.0-or-later
// An archive's front behind a listener.
#include "web/server.hpp"

#include <algorithm>
#include <thread>

#include "analysis/ascii.hpp"
#include "schema/error.hpp"
#include "web/front.hpp"
#include "web/http_listener.hpp"

namespace fihrist {
namespace {

/// "/archive" for "archive/", "/archive" and the like; "" for the root. It goes into every link as it is.
std::string normalised_prefix(std::string_view prefix) {
  while (prefix.ends_with('/')) prefix.remove_suffix(1);
  while (prefix.starts_with('/')) prefix.remove_prefix(1);
  const bool is_plain = std::all_of(prefix.begin(), prefix.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.' || c == '~' ||
           c == '/';
  });
  if (!is_plain)
    throw Error(ErrorCode::usage, "the prefix \"" + std::string(prefix) + "\" is no path",
                "Use letters, digits and - _ . ~ / only: --prefix /archive");
  return prefix.empty() ? std::string{} : "/" + std::string(prefix);
}

ServerOptions with_plain_prefix(ServerOptions options) {
  options.site.prefix = normalised_prefix(options.site.prefix);
  return options;
}

unsigned sites_for(unsigned threads) {
  return threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

std::string bracketed(const std::string& host) {
  return host.find(':') == host.npos ? host : "[" + host + "]";
}

}  // namespace

struct Server::Body {
  explicit Body(ServerOptions with)
      : options(with_plain_prefix(std::move(with))),
        front(options.archive, {.site = options.site,
                                .sites = sites_for(options.threads),
                                .trusted_proxies = options.trusted_proxies,
                                .ranking = options.ranking,
                                .shards = options.shards,
                                .requests_per_second = options.requests_per_second,
                                .access_log = options.access_log}),
        listener({.host = options.host,
                  .port = options.port,
                  .workers = sites_for(options.threads),
                  .queue_time = options.queue_time},
                 {.respond = [this](const Request& request) { return front.respond(request); },
                  .failure = [this](int status) { return front.failure(status); },
                  .failed = [this](int status, const std::string& peer) { front.note_failure(status, peer); },
                  .is_urgent = [this](std::string_view path) { return front.is_urgent(path); }},
                 front.listener_counts()) {}

  ServerOptions options;
  Front front;
  HttpListener listener;
};

Server::Server(ServerOptions options) : body_(std::make_unique<Body>(std::move(options))) {}
Server::~Server() = default;

std::uint16_t Server::port() const noexcept { return body_->listener.port(); }

std::string Server::url() const {
  return "http://" + bracketed(body_->options.host) + ":" + std::to_string(port()) +
         body_->options.site.prefix + "/";
}

void Server::run() { body_->listener.run(); }
void Server::reload() { body_->front.reload(); }
void Server::stop() noexcept { body_->listener.stop(); }

}  // namespace fihrist
