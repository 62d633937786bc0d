// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown as the text that its page shows.
#pragma once

#include <string>
#include <string_view>

namespace fihrist {

struct MarkdownText {
  std::string heading;  ///< the first heading of the first level, else the first one; empty without headings
  bool opens = false;   ///< nothing but that heading stands above the text, or marks and rules
  std::string text;     ///< without that heading when it opens
};

/// CommonMark with the tables, task lists and links of GitHub and the links between notes of Obsidian. What
/// is meant for the generator of a site goes: shortcodes of Hugo ({{< … >}}, {{% … %}}), tags and outputs of
/// Liquid ({% … %},
/// {{ … }}), attribute lists of kramdown ({: …}), fences of directives (:::), marks of alerts ([!NOTE]),
/// comments of Obsidian (%% … %%); in code all of it stays. `markdown` is valid UTF-8.
MarkdownText read_markdown(std::string_view markdown);

}  // namespace fihrist
