// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments that the option parser would misread: words of a query that look like options.
#pragma once

#include <string>
#include <vector>

namespace fihrist {

/// Marks the arguments that are no options although the parser would take them apart: «-نوكيا» (a word that
/// is excluded; no option has an Arabic name) and "[…]" (which CLI11 splits at commas). The mark is a NUL,
/// which no argument of a process can hold. "help VERB" becomes "VERB --help".
std::vector<std::string> protected_arguments(std::vector<std::string> arguments);

/// The argument without its mark.
std::string unprotected(std::string argument);

}  // namespace fihrist
