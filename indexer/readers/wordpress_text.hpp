// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a WordPress post as its database holds it.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

/// Paragraphs of a post: HTML in which line ends count (wpautop) unless it is written in blocks
/// (<!-- wp:paragraph -->), without shortcodes: the tags of `[caption id="x"]…[/caption]` go, what they are
/// around stays. A word in brackets is a shortcode when it has attributes or is closed behind.
std::string wordpress_text(std::string_view content);

}  // namespace fihrist
