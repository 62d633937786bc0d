// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of a run.
#pragma once

#include <string>

namespace fihrist {

/// Now, as RFC 3339 in UTC to the second: "2024-05-01T10:00:00Z".
std::string utc_now();

}  // namespace fihrist
