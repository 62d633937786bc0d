// SPDX-License-Identifier: GPL-3.0-or-later
// The table of static files: what is not a row here does not exist.
#include "web/static_files.hpp"

#include <algorithm>
#include <array>

#include "schema/article.hpp"
#include "web/embedded_files.hpp"

namespace fihrist {
namespace {

struct StaticFile {
  std::string_view name;
  std::string_view embedded;
  std::string_view content_type;
};

constexpr std::array static_files{
    StaticFile{"fihrist.css", "static/fihrist.css", "text/css; charset=utf-8"},
    StaticFile{"fihrist.js", "static/fihrist.js", "text/javascript; charset=utf-8"},
    StaticFile{"fihrist.svg", "static/fihrist.svg", "image/svg+xml; charset=utf-8"},
};

const StaticFile* find_file(std::string_view name) {
  const auto found = std::find_if(static_files.begin(), static_files.end(),
                                  [&](const StaticFile& file) { return file.name == name; });
  return found == static_files.end() ? nullptr : &*found;
}

/// Hashed once: every page links to them.
const std::string& version_of(const StaticFile& file) {
  static const std::array versions = [] {
    std::array<std::string, static_files.size()> hashes;
    for (std::size_t i = 0; i < hashes.size(); ++i)
      hashes[i] = short_hash(embedded_file(static_files[i].embedded));
    return hashes;
  }();
  return versions[static_cast<std::size_t>(&file - static_files.data())];
}

}  // namespace

std::string static_file_version(std::string_view name) {
  const StaticFile* file = find_file(name);
  return file ? version_of(*file) : std::string{};
}

Response respond_static_file(std::string_view name, const Request& request) {
  const StaticFile* file = find_file(name);
  if (!file) return {.status = 404, .content_type = "text/plain; charset=utf-8", .body = "not found\n"};
  const std::string& version = version_of(*file);
  const bool versioned = value_of(request.parameters, "v") == version;
  Response response{.content_type = std::string(file->content_type),
                    .headers = {{"ETag", '"' + version + '"'},
                                {"Cache-Control",
                                 versioned ? "public, max-age=31536000, immutable" : "public, max-age=300"}}};
  if (request.if_none_match == '"' + version + '"')
    response.status = 304;
  else
    response.body = embedded_file(file->embedded);
  return response;
}

}  // namespace fihrist
