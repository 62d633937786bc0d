// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed files that pages ask for, from a table in memory: no path of a request reaches a file system.
#pragma once

#include <string>
#include <string_view>

#include "web/http.hpp"

namespace fihrist {

/// Hash of the file's bytes (hex); empty for a file that is not served.
std::string static_file_version(std::string_view name);

/// The answer to /static/NAME: 200 with ETag, 304, or a plain 404. Asked for with its version
/// (?v=) it may be kept for ever.
Response respond_static_file(std::string_view name, const Request& request);

}  // namespace fihrist
