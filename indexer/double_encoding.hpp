// SPDX-License-Identifier: GPL-3.0-or-later
// Text that was UTF-8, taken for a legacy encoding, and written as UTF-8 once more.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// Decodes lines that were encoded twice, through windows-1252 («Ø§Ù„») or windows-1256 («ط§ظ„»), and leaves
/// all others as they are. `repaired` becomes true when there was one. `text` is valid UTF-8 and still has
/// its C1 controls, which such lines need.
std::string undo_double_encoding(std::string text, bool& repaired);

}  // namespace fihrist
