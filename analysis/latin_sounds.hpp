// SPDX-License-Identifier: GPL-3.0-or-later
// What Latin letters may sound like. Internal to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// The readings of a word of a-z, likeliest first, few: consonants as in NameSounds, vowels as a (a), e (e),
/// w (o u w) and y (i y). None when a letter is no a-z.
std::vector<std::string> latin_readings(std::string_view word);

}  // namespace fihrist
