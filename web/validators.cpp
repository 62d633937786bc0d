// SPDX-License-Identifier: GPL-3.0-or-later
// Entity tags from revisions, so that nothing has to be made to know whether it is the same.
#include "web/validators.hpp"

#include <fmt/format.h>

#include "schema/article.hpp"
#include "web/conditional.hpp"

namespace fihrist {
namespace {

/// Searches are their readers' own business; everything else may be kept by a cache on the way.
std::string_view caching_of(const Request& request) {
  return value_of(request.parameters, "q").empty() ? "public, max-age=60" : "private, max-age=60";
}

}  // namespace

std::string asked_of(const Request& request, const Wording& wording) {
  return request.path + '?' + to_query(request.parameters) + ' ' + request.host + ' ' +
         tag_of(wording.locale, {}) + ' ' + wording.links.chosen() +
         (request.is_forwarded_https ? " s " : " ") + wording.theme.version();
}

void Validators::add_to(Response& response) const {
  response.headers.emplace_back("ETag", etag);
  response.headers.emplace_back("Last-Modified", http_date(modified));
  response.headers.emplace_back("Cache-Control", caching);
}

Response Validators::not_modified() const {
  Response response{.status = 304};
  add_to(response);
  return response;
}

Validators validators_of(const Request& request, const std::string& asked, std::uint64_t revision,
                         std::int64_t modified) {
  return {.etag = fmt::format("W/\"{:x}-{}\"", revision, short_hash(asked)),
          .modified = modified,
          .caching = caching_of(request)};
}

bool may_be_cached(const Request& request) {
  return request.path != "/readyz" && request.path != "/opensearch.xml";
}

}  // namespace fihrist
