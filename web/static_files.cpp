// SPDX-License-Identifier: GPL-3.0-or-later
// Static files as their clients can read them; what a theme does not hold does not exist.
#include "web/static_files.hpp"

#include "web/compression.hpp"
#include "web/conditional.hpp"

namespace fihrist {
namespace {

/// The bytes in the coding that the client prefers, when they were coded beforehand.
void set_body(Response& response, const StaticFile& file, std::string_view accept_encoding) {
  const ContentCoding coding = preferred_coding(accept_encoding);
  const std::string& coded = coding == ContentCoding::brotli ? file.brotli : file.gzip;
  if (coding == ContentCoding::identity || coded.empty()) {
    response.body = file.bytes;
    return;
  }
  response.body = coded;
  response.headers.emplace_back("Content-Encoding", name_of(coding));
}

}  // namespace

Response respond_static_file(const Theme& theme, std::string_view name, const Request& request) {
  const StaticFile* file = theme.static_file(name);
  if (!file) return {.status = 404, .content_type = "text/plain; charset=utf-8", .body = "not found\n"};
  const bool is_versioned = value_of(request.parameters, "v") == file->version;
  const std::string etag = "W/\"" + file->version + '"';  // weak: one for all codings
  Response response{.content_type = file->content_type,
                    .headers = {{"ETag", etag},
                                {"Cache-Control", is_versioned ? "public, max-age=31536000, immutable"
                                                               : "public, max-age=300"}}};
  if (is_compressible(file->content_type)) response.add_vary("Accept-Encoding");
  if (matches_etag(request.if_none_match, etag))
    response.status = 304;
  else
    set_body(response, *file, request.accept_encoding);
  return response;
}

}  // namespace fihrist
