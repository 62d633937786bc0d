// SPDX-License-Identifier: GPL-3.0-or-later
// References of XML and HTML (&amp; &nbsp; &#1586;) in a form that any XML parser takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fihrist {

/// No reference is longer; an '&' that is not followed by ';' within it stands for itself.
inline constexpr std::size_t longest_reference_bytes = 40;

/// Appends what the reference at the beginning of `text` (an '&') means, and gives how many bytes it takes.
/// The five of XML stay as they are, those of HTML become their characters, numbers theirs: 128 to 159 as
/// windows-1252, as browsers read them, halves of surrogate pairs together or as U+FFFD. An '&' that begins
/// none becomes "&amp;".
std::size_t append_reference(std::string& out, std::string_view text);

}  // namespace fihrist
