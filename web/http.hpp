// SPDX-License-Identifier: GPL-3.0-or-later
// A request and a response as the pages see them: no socket and no HTTP library.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/url.hpp"

namespace fihrist {

struct Request {
  std::string method = "GET";
  std::string path = "/";         ///< percent-encoded as received, without the query
  Parameters parameters;          ///< decoded, in order
  std::string if_none_match;      ///< the header, its lines joined by commas
  std::string if_modified_since;  ///< the header, as received
  std::string accept_encoding;    ///< the header, its lines joined by commas; and so the next
  std::string accept_language;
  std::string host;                 ///< the header, as received: untrusted, names nothing but /opensearch.xml
  std::string peer;                 ///< address of the other end of the connection
  std::string forwarded_for;        ///< X-Forwarded-For, its lines joined by commas: as untrusted
  bool is_forwarded_https = false;  ///< X-Forwarded-Proto says so: untrusted as well
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  /// Beside Content-Type and those that every answer carries (web/security_headers.hpp). Values never
  /// hold text of a reader or an article but percent-encoded.
  std::vector<std::pair<std::string, std::string>> headers;

  /// The value of a header set above; empty when there is none. Names are compared as they are written.
  std::string_view header(std::string_view name) const {
    for (const auto& [key, value] : headers)
      if (key == name) return value;
    return {};
  }

  /// Adds a request header to those that the answer depends on.
  void add_vary(std::string_view name) {
    for (auto& [key, value] : headers)
      if (key == "Vary") {
        if (value.find(name) == value.npos) value.append(", ").append(name);
        return;
      }
    headers.emplace_back("Vary", name);
  }
};

}  // namespace fihrist
