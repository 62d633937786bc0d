// SPDX-License-Identifier: GPL-3.0-or-later
// What is told when the system refuses something to do with a file of the archive.
#pragma once

#include <filesystem>

#include "schema/error.hpp"

namespace fihrist {

/// "PATH cannot be WHAT: REASON" by errno as it stands, with a hint that depends on it; `what` is a
/// participle such as "written".
Error disk_error(const std::filesystem::path& path, const char* what);

}  // namespace fihrist
