// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed files that pages ask for, from a table in memory: no path of a request reaches a file system.
#pragma once

#include <string_view>

#include "web/http.hpp"
#include "web/theme.hpp"

namespace fihrist {

/// The answer to /static/NAME: 200 with ETag, 304, or a plain 404. Asked for with its version
/// (?v=) it may be kept for ever.
Response respond_static_file(const Theme& theme, std::string_view name, const Request& request);

}  // namespace fihrist
