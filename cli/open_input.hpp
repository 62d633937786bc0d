// SPDX-License-Identifier: GPL-3.0-or-later
// Small text files that a verb was given: queries and expectations.
#pragma once

#include <istream>
#include <memory>
#include <string>

namespace fihrist {

/// Opens a file for reading. Throws Error(failed) when it is not there or is a folder.
std::unique_ptr<std::istream> open_input(const std::string& path);

}  // namespace fihrist
