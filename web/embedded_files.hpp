// SPDX-License-Identifier: GPL-3.0-or-later
// Templates, messages and static files, carried inside the program.
#pragma once

#include <span>
#include <string_view>

namespace fihrist {

/// The bytes of a file of web/, by its path below it ("templates/home.mustache"); they live as long as
/// the program. Throws std::logic_error for a file that is not there.
std::string_view embedded_file(std::string_view name);
bool is_embedded(std::string_view name);
/// All of them.
std::span<const std::string_view> embedded_names();

}  // namespace fihrist
