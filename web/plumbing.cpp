// SPDX-License-Identifier: GPL-3.0-or-later
// robots.txt (RFC 9309), OpenSearch 1.1, health and readiness.
#include "web/plumbing.hpp"

#include <fmt/format.h>

#include "analysis/utf8.hpp"
#include "web/absolute_url.hpp"

namespace fihrist {
namespace {

/// OpenSearch 1.1 allows a ShortName no more.
constexpr std::size_t longest_short_name = 16;

constexpr const char* plain_text = "text/plain; charset=utf-8";

}  // namespace

Response robots(const Request& request, const SiteSettings& site) {
  if (!site.is_indexable) return {.content_type = plain_text, .body = "User-agent: *\nDisallow: /\n"};
  std::string body = fmt::format(
      "User-agent: *\nDisallow: {0}/search\nDisallow: {0}/timeline\nDisallow: {0}/api/\n"
      "Disallow: {0}/suggest\nDisallow: {0}/concordance\nDisallow: {0}/feed.atom\nDisallow: {0}/article/*?\n",
      site.prefix);
  const std::string sitemap = absolute_url(request, site, site.prefix + "/sitemap.xml");
  if (!sitemap.empty()) body += "\nSitemap: " + sitemap + "\n";
  return {.content_type = plain_text, .body = std::move(body)};
}

Response opensearch_description(const Visit& visit) {
  const std::string& prefix = visit.wording.links.prefix();
  const std::string absolute = absolute_url(visit.request, visit.wording.site, prefix);
  const std::string& base = absolute.empty() ? prefix : absolute;
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
  const auto shards = visit.searcher.search({.limit = 1, .related = false}).shards;
  std::string body = "ready\n";
  if (shards) body = fmt::format("ready, {} of {} shards answer\n", shards->answered, shards->of);
  return {.content_type = plain_text, .body = std::move(body), .headers = {{"Cache-Control", "no-store"}}};
}

Response health() {
  return {.content_type = plain_text, .body = "ok\n", .headers = {{"Cache-Control", "no-store"}}};
}

}  // namespace fihrist
