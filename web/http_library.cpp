// SPDX-License-Identifier: GPL-3.0-or-later
// cpp-httplib 0.11.4 as it can be used safely: it parses heads that were validated and written anew, calls
// the handler and writes the answer, all in memory. Its sockets, threads, routes, bodies, ranges, compression
// and mounted folders stay unused, because each has known holes (docs/security.md).
#include "web/http_library.hpp"

#include <fmt/chrono.h>
#include <httplib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <ctime>
#include <map>

namespace fihrist {
namespace {

// The library is compiled: with other CPPHTTPLIB_* flags than its own the classes would differ in layout and
// everything would still link. PkgConfig::HTTPLIB brings the flags; this is what they make of a request.
static_assert(sizeof(httplib::Request) == 608, "httplib.h was included without the flags of pkg-config");

constexpr std::array handler_statuses{400, 405, 408, 413, 414, 431, 500, 503, 505};

/// When even the library fails.
constexpr const char* last_resort =
    "HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/// A request to read and a response to write, where the library expects a socket.
class MemoryStream final : public httplib::Stream {
 public:
  MemoryStream(std::string_view input, const std::string& peer) : input_(input), peer_(peer) {}

  bool is_readable() const override { return !input_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override {
    size = std::min(size, input_.size());
    std::memcpy(to, input_.data(), size);
    input_.remove_prefix(size);
    return static_cast<ssize_t>(size);
  }
  ssize_t write(const char* from, std::size_t size) override {
    output_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip = peer_;
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  socket_t socket() const override { return INVALID_SOCKET; }

  std::string take_output() { return std::move(output_); }

 private:
  std::string_view input_;
  const std::string& peer_;
  std::string output_;
};

/// Opens what the library keeps to its children.
class LibraryServer final : public httplib::Server {
 public:
  using httplib::Server::process_request;
};

/// The library decodes percent-encoded values after it looked for line ends in them.
void append_value(std::string& to, std::string_view value) {
  for (const char c : value) {
    if (c == '%')
      to += "%25";
    else
      to += c;
  }
}

/// The library answers 400 to a second question mark.
void append_target(std::string& to, std::string_view target) {
  const std::size_t question = std::min(target.find('?'), target.size());
  const std::size_t query = std::min(question + 1, target.size());
  to += target.substr(0, query);
  for (const char c : target.substr(query)) {
    if (c == '?')
      to += "%3F";
    else
      to += c;
  }
}

/// Under its own name the library would obey it, and compress with brotli at its slowest.
constexpr const char* own_accept_encoding = "X-Own-Accept-Encoding";

std::string written_anew(const RequestHead& head, bool closes) {
  std::string text = head.method + ' ';
  append_target(text, head.target);
  text += " HTTP/1.1\r\nhost: ";
  append_value(text, head.host);
  for (const auto& [name, value] : head.fields) {
    text += "\r\n" + (name == "accept-encoding" ? own_accept_encoding : name) + ": ";
    append_value(text, value);
  }
  return text + (closes ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n");
}

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
          .if_none_match = joined_header(from, "If-None-Match"),
          .if_modified_since = from.get_header_value("If-Modified-Since"),
          .accept_encoding = joined_header(from, own_accept_encoding),
          .accept_language = joined_header(from, "Accept-Language"),
          .host = from.get_header_value("Host"),
          .peer = from.remote_addr,
          .forwarded_for = joined_header(from, "X-Forwarded-For"),
          .is_forwarded_https = from.get_header_value("X-Forwarded-Proto") == "https"};
}

/// RFC 9110, 6.6.1.
std::string http_date() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}", fmt::gmtime(std::time(nullptr)));
}

void write(httplib::Response& to, const Response& from) {
  to.status = from.status;
  to.set_header("Date", http_date());
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
  if (from.status != 304) to.set_content(from.body, from.content_type);
}

/// The library gives 304 a length, which would be that of the page, and HEAD a promise of ranges.
void drop_untrue_headers(const httplib::Request&, httplib::Response& response) {
  if (response.status == 304) response.headers.erase("Content-Length");
  response.headers.erase("Accept-Ranges");
}

}  // namespace

struct HttpLibrary::Body {
  explicit Body(HttpHandlers with) : handlers(std::move(with)) {
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      write(response, failing != 0 ? handlers.failure(failing) : handlers.respond(to_request(request)));
      return httplib::Server::HandlerResponse::Handled;
    });
    // Without it the library would tell the client what() of an exception.
    server.set_exception_handler(
        [this](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
          write(response, handlers.failure(500));
        });
    server.set_post_routing_handler(drop_untrue_headers);
    for (const int status : handler_statuses) {
      failing = status;
      failures[status] = exchange({.method = "GET", .target = "/"}, "", true);
    }
    failing = 0;
  }

  std::string exchange(const RequestHead& head, const std::string& peer, bool closes) {
    const std::string text = written_anew(head, closes);
    MemoryStream stream(text, peer);
    bool closed = false;
    server.process_request(stream, closes, closed, nullptr);
    return stream.take_output();
  }

  HttpHandlers handlers;
  LibraryServer server;
  int failing = 0;  ///< not 0 only while the failures are made
  std::map<int, std::string> failures;
};

HttpLibrary::HttpLibrary(HttpHandlers handlers) : body_(std::make_unique<Body>(std::move(handlers))) {}
HttpLibrary::~HttpLibrary() = default;

std::string HttpLibrary::answer(const RequestHead& head, const std::string& peer,
                                bool closes) const noexcept {
  try {
    std::string bytes = body_->exchange(head, peer, closes);
    return bytes.empty() ? failure(500) : bytes;
  } catch (const std::exception&) {
    return last_resort;
  }
}

const std::string& HttpLibrary::failure(int status) const noexcept {
  const auto found = body_->failures.find(status);
  return found != body_->failures.end() ? found->second : body_->failures.find(500)->second;
}

std::string HttpLibrary::failure_head(int status) const {
  const std::string& whole = failure(status);
  return whole.substr(0, whole.find("\r\n\r\n") + 4);
}

}  // namespace fihrist
