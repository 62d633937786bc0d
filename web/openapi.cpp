// SPDX-License-Identifier: GPL-3.0-or-later
// The description is a file; two of its values are the archive's.
#include "web/openapi.hpp"

#include <nlohmann/json.hpp>

#include "web/embedded_files.hpp"

namespace fihrist {

Response show_openapi(const Visit& visit) {
  auto description = nlohmann::ordered_json::parse(embedded_file("openapi.json"));
  const std::string& prefix = visit.wording.links.prefix();
  description["info"]["title"] = visit.wording.site_name;
  description["servers"][0]["url"] = prefix.empty() ? "/" : prefix;
  return {.content_type = "application/json; charset=utf-8", .body = description.dump(2) + '\n'};
}

}  // namespace fihrist
