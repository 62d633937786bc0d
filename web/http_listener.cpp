// SPDX-License-Identifier: GPL-3.0-or-later
// cpp-httplib 0.11.4 as it can be used safely: it parses one request a connection and writes the answer;
// routing, ranges, compression, mounted folders and keep-alive stay unused, because each has known holes.
#include "web/http_listener.hpp"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "schema/error.hpp"
#include "web/worker_threads.hpp"

namespace fihrist {
namespace {

// The library is compiled: with other CPPHTTPLIB_* flags than its own the classes would differ in layout and
// everything would still link. PkgConfig::HTTPLIB brings the flags; this is what they make of a request.
static_assert(sizeof(httplib::Request) == 608, "httplib.h was included without the flags of pkg-config");

using namespace std::chrono_literals;

constexpr std::size_t connections_at_once = 48;
constexpr std::size_t waiting_connections = 256;
constexpr int kernel_backlog = 1024;
constexpr auto read_timeout = 5s;
constexpr auto write_timeout = 10s;
constexpr auto retry_pause = 200ms;

class LibraryQueue final : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> job) override { threads_.enqueue(std::move(job)); }
  void shutdown() override { threads_.shut_down(); }

 private:
  WorkerThreads threads_{connections_at_once, waiting_connections};
};

/// SO_REUSEADDR alone: with the library's SO_REUSEPORT two servers would share one port in silence.
void set_socket_options(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

/// Opens what the library keeps to its children.
class LibraryServer final : public httplib::Server {
 public:
  ~LibraryServer() override { close_socket(); }

  /// The port; 0 when it cannot be had.
  int bind(const std::string& host, int port) {
    const int bound = port == 0 ? bind_to_any_port(host) : (bind_to_port(host, port) ? port : 0);
    if (bound > 0) ::listen(svr_sock_, kernel_backlog);  // the library asks for 5
    return std::max(bound, 0);
  }

  /// The library's stop() asserts when it is called twice.
  void stop_accepting() {
    if (is_running() && svr_sock_ != INVALID_SOCKET) stop();
  }

 private:
  void close_socket() {
    if (const socket_t open = svr_sock_.exchange(INVALID_SOCKET); open != INVALID_SOCKET) ::close(open);
  }
};

/// All lines of a header as one list (RFC 9110, 5.3).
std::string joined_header(const httplib::Request& request, const char* name) {
  std::string list;
  for (std::size_t i = 0; i < request.get_header_value_count(name); ++i)
    list += (i > 0 ? "," : "") + request.get_header_value(name, i);
  return list;
}

Request to_request(const httplib::Request& from) {
  const std::size_t question = std::min(from.target.find('?'), from.target.size());
  return {.method = from.method,
          .path = from.target.substr(0, question),
          .parameters = parse_parameters(
              std::string_view(from.target).substr(std::min(question + 1, from.target.size()))),
          .if_none_match = from.get_header_value("If-None-Match"),
          .host = from.get_header_value("Host"),
          .peer = from.remote_addr,
          .forwarded_for = joined_header(from, "X-Forwarded-For"),
          .is_forwarded_https = from.get_header_value("X-Forwarded-Proto") == "https"};
}

void write(httplib::Response& to, const Response& from) {
  to.status = from.status;
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
  if (from.status != 304) to.set_content(from.body, from.content_type);
}

/// The library would compress with brotli at its slowest and cut ranges out of pages.
void drop_what_the_library_obeys(const httplib::Request& request) {
  auto& open = const_cast<httplib::Request&>(request);  // the object itself is not const
  open.headers.erase("Accept-Encoding");
  open.headers.erase("Range");
  open.ranges.clear();
}

}  // namespace

struct HttpListener::Body {
  Body(std::string to_host, HttpHandlers with) : handlers(std::move(with)), host(std::move(to_host)) {}

  HttpHandlers handlers;
  std::string host;
  int port = 0;
  LibraryServer server;
  std::atomic<bool> is_stopping = false;
  std::atomic<bool> is_running = false;

  void configure();
  void accept_until_stopped();
};

void HttpListener::Body::configure() {
  server.new_task_queue = [] { return new LibraryQueue; };
  server.set_tcp_nodelay(true);
  server.set_socket_options(set_socket_options);
  server.set_keep_alive_max_count(1);
  server.set_read_timeout(read_timeout);
  server.set_write_timeout(write_timeout);
  server.set_payload_max_length(0);
  server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    drop_what_the_library_obeys(request);
    write(response, handlers.respond(to_request(request)));
    return httplib::Server::HandlerResponse::Handled;
  });
  const httplib::Server::HandlerWithResponse on_error = [this](const httplib::Request&,
                                                               httplib::Response& response) {
    if (response.body.empty()) write(response, handlers.failure(response.status));
    return httplib::Server::HandlerResponse::Handled;
  };
  server.set_error_handler(on_error);
  server.set_exception_handler([this](const httplib::Request&, httplib::Response& response,
                                      std::exception_ptr) { write(response, handlers.failure(500)); });
}

/// listen_after_bind() also ends when accept() fails in passing (ENFILE, ECONNABORTED): then again.
void HttpListener::Body::accept_until_stopped() {
  while (!is_stopping) {
    server.listen_after_bind();
    if (is_stopping) return;
    std::this_thread::sleep_for(retry_pause);
    server.bind(host, port);
  }
}

HttpListener::HttpListener(const std::string& host, std::uint16_t port, HttpHandlers handlers)
    : body_(std::make_unique<Body>(host, std::move(handlers))) {
  body_->configure();
  body_->port = body_->server.bind(host, port);
  if (body_->port == 0)
    throw Error(ErrorCode::failed, "cannot listen on " + host + ":" + std::to_string(port),
                "Another program may hold the port: stop it, or choose another one with --listen HOST:PORT.");
}

HttpListener::~HttpListener() { stop(); }

std::uint16_t HttpListener::port() const noexcept { return static_cast<std::uint16_t>(body_->port); }

void HttpListener::run() {
  body_->is_running = true;
  body_->accept_until_stopped();
  body_->is_running = false;
}

void HttpListener::stop() noexcept {
  body_->is_stopping = true;
  // The library forgets a stop that comes before it listens, so it is told until run() has ended.
  while (body_->is_running) {
    body_->server.stop_accepting();
    std::this_thread::sleep_for(5ms);
  }
}

}  // namespace fihrist
