// SPDX-License-Identifier: GPL-3.0-or-later
// What needs no searcher is answered at once; the rest takes turns at the sites.
#include "web/front.hpp"

#include <algorithm>

#include "web/error_page.hpp"
#include "web/plumbing.hpp"
#include "web/security_headers.hpp"
#include "web/static_files.hpp"

namespace fihrist {
namespace {

constexpr std::array failure_statuses{400, 405, 408, 413, 414, 429, 431, 500, 503, 505};

constexpr std::string_view static_path = "/static/";

bool is_read_only(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

}  // namespace

/// Holds a site for the time of one request.
class Front::Turn {
 public:
  explicit Turn(Front& front) : front_(front) {
    std::unique_lock lock(front.mutex_);
    if (!front.freed_.wait_for(lock, front.patience_, [&] { return !front.free_.empty(); })) return;
    site_ = std::move(front.free_.back());
    front.free_.pop_back();
  }
  ~Turn() {
    if (!site_) return;
    {
      const std::lock_guard lock(front_.mutex_);
      front_.free_.push_back(std::move(site_));
    }
    front_.freed_.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  Site* site() const noexcept { return site_.get(); }

 private:
  Front& front_;
  std::unique_ptr<Site> site_;
};

Front::Front(const std::filesystem::path& archive, const FrontOptions& options)
    : archive_(archive, options.ranking),
      prefix_(options.prefix),
      patience_(options.patience),
      trusted_proxies_(options.trusted_proxies) {
  if (options.requests_per_second > 0) rate_limit_.emplace(options.requests_per_second);
  free_.reserve(options.sites);
  for (unsigned i = 0; i < options.sites; ++i)
    free_.push_back(std::make_unique<Site>(archive_, archive, prefix_, options.title));
  const Templates templates;
  const Wording wording(Language::arabic, prefix_, options.title);
  for (const int status : failure_statuses) {
    failures_.push_back(error_page(templates, wording, status));
    add_security_headers(failures_.back(), "/");
  }
}

Response Front::failure(int status) const {
  const auto has = [&](int wanted) {
    return std::find_if(failures_.begin(), failures_.end(),
                        [&](const Response& one) { return one.status == wanted; });
  };
  const auto exact = has(status);
  return exact != failures_.end() ? *exact : *has(status < 500 ? 400 : 500);
}

Response Front::respond_in_turn(const Request& request) {
  const Turn turn(*this);
  return turn.site() ? turn.site()->respond(request) : failure(503);
}

/// The answer to a client that asks too often. Clients whose address is unknown share one bucket.
std::optional<Response> Front::refused(const Request& request) {
  if (!rate_limit_) return std::nullopt;
  const IpAddress peer = parse_ip_address(request.peer).value_or(IpAddress{});
  const auto wait = rate_limit_->wait_for(client_address(peer, request.forwarded_for, trusted_proxies_),
                                          std::chrono::steady_clock::now());
  if (!wait) return std::nullopt;
  Response response = is_for_programs(request.path) ? problem(429) : failure(429);
  response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
  return response;
}

Response Front::route(const Request& request) {
  const std::string_view path = request.path;
  if (!is_read_only(request)) return is_for_programs(path) ? problem(405) : failure(405);
  if (path == "/healthz") return health();
  if (path == "/robots.txt") return robots(prefix_);
  if (path.starts_with(static_path)) return respond_static_file(path.substr(static_path.size()), request);
  if (auto refusal = refused(request)) return std::move(*refusal);
  return respond_in_turn(request);
}

std::string_view Front::below_prefix(std::string_view path) const {
  const bool is_below =
      !prefix_.empty() && path.starts_with(prefix_) && path.substr(prefix_.size()).starts_with('/');
  return is_below ? path.substr(prefix_.size()) : path;
}

bool Front::is_urgent(std::string_view path) const {
  path = below_prefix(path);
  return path == "/healthz" || path == "/robots.txt" || path.starts_with(static_path);
}

Response Front::respond(Request request) noexcept {
  try {
    request.path = std::string(below_prefix(request.path));
    Response response = route(request);
    add_security_headers(response, request.path);
    return response;
  } catch (const std::exception&) {
    return failure(500);
  }
}

}  // namespace fihrist
