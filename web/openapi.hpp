// SPDX-License-Identifier: GPL-3.0-or-later
// /openapi.json: what can be asked and what is answered, for programs (OpenAPI 3.1).
#pragma once

#include "web/visit.hpp"

namespace fihrist {

/// web/openapi.json with the archive's name and the path it is served below.
Response show_openapi(const Visit& visit);

}  // namespace fihrist
