// SPDX-License-Identifier: GPL-3.0-or-later
// The text of analysis/tables/, as the build put it into the program. Internal to this room.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// The bytes of a table, by the name of its file ("seed_words.txt"). Throws std::logic_error for a file
/// that was not embedded. Lives as long as the program.
std::string_view embedded_table(const std::string& name);

}  // namespace fihrist
