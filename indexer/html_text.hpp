// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a piece of HTML: tags go, paragraphs stay.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// Text of the body of an article in HTML. Block elements and <br> end a line, cells of a table are parted
/// by blanks, white space is folded except inside <pre>; comments, scripts, styles and templates go;
/// references are resolved (html_reference). Not a parser of whole pages: nothing is judged to be
/// content or not. Any bytes give a text; linear in their size. The result may hold blank lines.
std::string html_to_text(std::string_view html);

}  // namespace fihrist
