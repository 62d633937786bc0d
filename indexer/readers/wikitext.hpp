// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a page written in MediaWiki's markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

struct WikiPage {
  std::string text;  ///< paragraphs and headings, a line each
  std::vector<std::string> categories;
};

/// Good enough to be searched, not to be shown as the wiki shows it: templates, footnotes, files, tables'
/// frames and magic words go, what links and emphasis are written on stays. Templates are not expanded. Any
/// text gives a page; linear in its size.
WikiPage read_wikitext(std::string_view markup);

}  // namespace fihrist
