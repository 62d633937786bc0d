// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that need not be sent again (RFC 9110, 13): entity tags and dates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/http.hpp"

namespace fihrist {

/// True when a list of entity tags, as If-None-Match brings it, holds this one or "*". Weakly compared
/// (8.8.3.2): W/"a" is "a".
bool matches_etag(std::string_view if_none_match, std::string_view etag);

/// "Fri, 20 Jan 2017 16:56:00 GMT", from seconds since 1970.
std::string http_date(std::int64_t seconds);
/// The inverse; -1 for anything else. The two older forms of dates are not read: nobody sends them.
std::int64_t parse_http_date(std::string_view text);

/// True when the client has what it asks for. If-Modified-Since counts only without If-None-Match.
bool is_not_modified(const Request& request, std::string_view etag, std::int64_t last_modified);

}  // namespace fihrist
