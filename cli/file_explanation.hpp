// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader takes from one file: its articles, what it lost, and what it refused.
#pragma once

#include <string>

#include "cli/console.hpp"

namespace fihrist {

/// Reads the file as `fihrist index` would, without an archive, and tells each article and each reject; of
/// a text page also the lines that are not in the text, and what they were taken for.
/// As JSON: one object a line, {"article":…,"record","warnings"}, {"reject":…} or {"dropped":[…]}.
/// Throws Error(failed).
std::string file_explanation(const std::string& path, bool json, const Console& console);

}  // namespace fihrist
