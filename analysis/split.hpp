// SPDX-License-Identifier: GPL-3.0-or-later
// A line into its columns.
#pragma once

#include <string_view>
#include <vector>

namespace fihrist {

/// The parts between separators, empty ones too: one at least. Views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace fihrist
