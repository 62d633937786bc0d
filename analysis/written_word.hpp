// SPDX-License-Identifier: GPL-3.0-or-later
// A word as it is shown to readers, beside the folded form under which it is found.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// One written word of a text (the bytes of a Token) without what only decorates it: vowels and other marks,
/// tatweel, invisible controls. Hamza, ة, ى and capitals stay: «الشبكــةُ» -> «الشبكة».
std::string written_word(std::string_view text);

}  // namespace fihrist
