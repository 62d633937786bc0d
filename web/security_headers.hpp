// SPDX-License-Identifier: GPL-3.0-or-later
// What every answer tells the browser to refuse.
#pragma once

#include <string_view>

#include "web/http.hpp"

namespace fihrist {

/// Adds the headers to a response; those that are there already stay as they are. Answers below /api/ may
/// load nothing at all, pages their style sheet and images.
void add_security_headers(Response& response, std::string_view path);

}  // namespace fihrist
