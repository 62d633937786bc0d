// SPDX-License-Identifier: GPL-3.0-or-later
// robots.txt (RFC 9309), OpenSearch 1.1, health and readiness.
#include "web/plumbing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

/// OpenSearch 1.1 allows a ShortName no more.
constexpr std::size_t longest_short_name = 16;

constexpr const char* plain_text = "text/plain; charset=utf-8";

/// host or host:port, nothing that could end an attribute or begin a path.
bool is_plain_host(std::string_view host) {
  return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':' || c == '[' || c == ']';
  });
}

}  // namespace

Response robots(const std::string& prefix) {
  return {.content_type = plain_text,
          .body = fmt::format("User-agent: *\nDisallow: {0}/search\nDisallow: {0}/api/\nDisallow: "
                              "{0}/suggest\nDisallow: {0}/concordance\n"
                              "Disallow: {0}/feed.atom\nDisallow: {0}/article/*?\n",
                              prefix)};
}

Response opensearch_description(const Visit& visit) {
  const Request& request = visit.request;
  const std::string origin = is_plain_host(request.host)
                                 ? (request.is_forwarded_https ? "https://" : "http://") + request.host
                                 : std::string{};
  const std::string base = origin + visit.wording.links.prefix();
  const Messages& messages = visit.wording.messages;
  return {
      .content_type = "application/opensearchdescription+xml; charset=utf-8",
      .body = fmt::format(
          "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
          "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
          "<ShortName>{0}</ShortName>\n<Description>{1}</Description>\n<InputEncoding>UTF-8</InputEncoding>\n"
          "<Url type=\"text/html\" template=\"{2}/search?q={{searchTerms}}\"/>\n"
          "<Url type=\"application/x-suggestions+json\" template=\"{2}/suggest?q={{searchTerms}}\"/>\n"
          "</OpenSearchDescription>\n",
          escape(first_code_points(visit.wording.site_name, longest_short_name)),
          escape(messages.text("tagline")), escape(base)),
      .headers = {{"Cache-Control", "no-store"}}};
}

Response show_ready(const Visit& visit) {
  visit.searcher.search({.limit = 1, .related = false});
  return {.content_type = plain_text, .body = "ready\n", .headers = {{"Cache-Control", "no-store"}}};
}

Response health() {
  return {.content_type = plain_text, .body = "ok\n", .headers = {{"Cache-Control", "no-store"}}};
}

}  // namespace fihrist
