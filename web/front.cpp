// SPDX-License-Identifier: GPL-3.0-or-later
// What needs no searcher is answered at once; the rest takes turns at the sites.
#include "web/front.hpp"

#include <algorithm>

#include "web/compression.hpp"
#include "web/error_page.hpp"
#include "web/plumbing.hpp"
#include "web/security_headers.hpp"
#include "web/static_files.hpp"

namespace fihrist {
namespace {

constexpr std::array failure_statuses{400, 405, 408, 413, 414, 429, 431, 500, 503, 505};

/// Some hundreds of pages; compressed, as browsers ask for them, some thousands.
constexpr std::size_t kept_pages_bytes = std::size_t{16} << 20U;

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
    load_ = front.loads_;
  }
  ~Turn() {
    if (!site_) return;
    {
      const std::lock_guard lock(front_.mutex_);
      if (load_ == front_.loads_) front_.free_.push_back(std::move(site_));
    }
    front_.freed_.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  Site* site() const noexcept { return site_.get(); }

 private:
  Front& front_;
  std::unique_ptr<Site> site_;
  std::uint64_t load_ = 0;
};

Front::Front(const std::filesystem::path& archive, const FrontOptions& options)
    : directory_(archive),
      archive_(archive, options.ranking, options.shards),
      pages_(kept_pages_bytes),
      settings_(options.site),
      sites_(options.sites),
      patience_(options.patience),
      trusted_proxies_(options.trusted_proxies) {
  if (options.requests_per_second > 0) rate_limit_.emplace(options.requests_per_second);
  if (!options.access_log.file.empty()) access_log_ = std::make_unique<AccessLog>(options.access_log);
  take_looks();
}

Front::Looks Front::load_looks() const {
  Looks looks{.theme = std::make_shared<const Theme>(directory_ / "theme")};
  const Templates templates(*looks.theme);
  const Wording wording(settings_, *looks.theme, settings_.locale);
  for (const int status : failure_statuses) {
    looks.failures.push_back(error_page(templates, wording, status));
    add_security_headers(looks.failures.back(), "/");
  }
  return looks;
}

std::vector<std::unique_ptr<Site>> Front::make_sites(const std::shared_ptr<const Theme>& theme) {
  std::vector<std::unique_ptr<Site>> sites;
  sites.reserve(sites_);
  for (unsigned i = 0; i < sites_; ++i)
    sites.push_back(std::make_unique<Site>(archive_, filed_names_, pages_, directory_, settings_, theme));
  return sites;
}

void Front::reload() {
  archive_.refresh();
  if (access_log_) access_log_->reopen();
  take_looks();
}

void Front::take_looks() {
  auto looks = std::make_shared<const Looks>(load_looks());
  auto sites = make_sites(looks->theme);
  const std::lock_guard lock(mutex_);
  looks_ = std::move(looks);
  free_ = std::move(sites);
  ++loads_;
  freed_.notify_all();
}

std::shared_ptr<const Front::Looks> Front::looks() const {
  const std::lock_guard lock(mutex_);
  return looks_;
}

Response Front::failure(int status) const {
  const auto now = looks();
  const auto has = [&](int wanted) {
    return std::find_if(now->failures.begin(), now->failures.end(),
                        [&](const Response& one) { return one.status == wanted; });
  };
  const auto exact = has(status);
  return exact != now->failures.end() ? *exact : *has(status < 500 ? 400 : 500);
}

Response Front::respond_in_turn(const Request& request) {
  const Turn turn(*this);
  return turn.site() ? turn.site()->respond(request) : failure(503);
}

IpAddress Front::client_of(const Request& request) const {
  const IpAddress peer = parse_ip_address(request.peer).value_or(IpAddress{});
  return client_address(peer, request.forwarded_for, trusted_proxies_);
}

/// The answer to a client that asks too often. Clients whose address is unknown share one bucket.
std::optional<Response> Front::refused(const Request& request) {
  if (!rate_limit_) return std::nullopt;
  const auto wait = rate_limit_->wait_for(client_of(request), std::chrono::steady_clock::now());
  if (!wait) return std::nullopt;
  Response response = is_for_programs(request.path) ? problem(429) : failure(429);
  response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
  return response;
}

/// Counts tell what is read and how busy the machine is: they are for this machine. A proxy on it makes
/// everybody look like this machine, but for the header that it adds.
Response Front::show_metrics(const Request& request) const {
  const AddressRange ipv4 = parse_address_range("127.0.0.0/8").value();
  const AddressRange ipv6 = parse_address_range("::1").value();
  const IpAddress peer = parse_ip_address(request.peer).value_or(IpAddress{});
  if (!request.forwarded_for.empty() || !(ipv4.contains(peer) || ipv6.contains(peer))) return problem(404);
  return {.content_type = "text/plain; version=0.0.4; charset=utf-8",
          .body = metrics_.text(listener_counts_, archive_.shards()),
          .headers = {{"Cache-Control", "no-store"}}};
}

Response Front::route(const Request& request) {
  const std::string_view path = request.path;
  if (!is_read_only(request)) return is_for_programs(path) ? problem(405) : failure(405);
  if (path == "/healthz") return health();
  if (path == "/metrics") return show_metrics(request);
  if (path == "/robots.txt") return robots(request, settings_);
  if (path.starts_with(static_path))
    return respond_static_file(*looks()->theme, path.substr(static_path.size()), request);
  if (auto refusal = refused(request)) return std::move(*refusal);
  return respond_in_turn(request);
}

std::string_view Front::below_prefix(std::string_view path) const {
  const std::string& prefix = settings_.prefix;
  const bool is_below =
      !prefix.empty() && path.starts_with(prefix) && path.substr(prefix.size()).starts_with('/');
  return is_below ? path.substr(prefix.size()) : path;
}

bool Front::is_urgent(std::string_view path) const {
  path = below_prefix(path);
  return path == "/healthz" || path == "/metrics" || path == "/robots.txt" || path.starts_with(static_path);
}

void Front::note(const Request& request, const Response& response,
                 std::chrono::duration<double> took) noexcept {
  metrics_.count(request.path, response.status, took);
  if (!access_log_) return;
  access_log_->write({.method = request.method,
                      .path = request.path,
                      .status = response.status,
                      .bytes = request.method == "HEAD" ? 0 : response.body.size(),
                      .took = took,
                      .address = to_text(client_of(request))});
}

void Front::note_failure(int status, const std::string& peer) noexcept {
  if (access_log_) access_log_->write({.status = status, .address = peer});
}

Response Front::respond(Request request) noexcept {
  try {
    const auto begin = std::chrono::steady_clock::now();
    request.path = std::string(below_prefix(request.path));
    Response response = route(request);
    add_security_headers(response, request.path);
    encode_body(response, request.accept_encoding);
    note(request, response, std::chrono::steady_clock::now() - begin);
    return response;
  } catch (const std::exception&) {
    note_failure(500, request.peer);
    return failure(500);
  }
}

}  // namespace fihrist
