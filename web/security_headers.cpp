// SPDX-License-Identifier: GPL-3.0-or-later
// No script runs but the file of this server, which asks nobody else; queries are personal, so no referrer
// leaves.
#include "web/security_headers.hpp"

#include <array>

namespace fihrist {
namespace {

constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; object-src 'none'";
constexpr const char* api_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

constexpr std::array<std::pair<const char*, const char*>, 5> fixed_headers{{
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"},
}};

void add(Response& response, const char* name, const char* value) {
  if (response.header(name).empty()) response.headers.emplace_back(name, value);
}

}  // namespace

void add_security_headers(Response& response, std::string_view path) {
  add(response, "Content-Security-Policy", path.starts_with("/api/") ? api_policy : page_policy);
  for (const auto& [name, value] : fixed_headers) add(response, name, value);
  if (response.status >= 400) add(response, "Cache-Control", "no-store");
}

}  // namespace fihrist
