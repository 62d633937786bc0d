// SPDX-License-Identifier: GPL-3.0-or-later
// How much a text looks like written Arabic, letter by letter.
#pragma once

#include <string_view>

namespace fihrist {

/// Mean natural logarithm of the likelihood of the characters beyond ASCII (UTF-16); the lowest value when
/// there are none. Right decodings of Arabic score about -3, wrong ones below -5.
double arabic_likelihood(std::u16string_view text) noexcept;

}  // namespace fihrist
