// SPDX-License-Identifier: GPL-3.0-or-later
// What authors of themes call the parts of a page: class and id, taken apart into words.
#pragma once

#include <string_view>

namespace fihrist {

struct BlockName {
  bool furniture = false;  ///< a part of the site around the article: "sidebar", "comments", "footer"
  bool extra = false;      ///< something put into the text that is not of it: "share-buttons", "related"
  bool body = false;       ///< the text itself: "entry-content", "post-body", "articleBody"
  bool content = false;    ///< may well be or hold the text: "article", "content", "main"
  bool meta = false;       ///< about the article: "byline", "post-meta", "tags"
  bool sidebar = false;    ///< furniture, unless it holds prose
  bool caption = false;    ///< beside a picture: "wp-caption-text", "gallery"
};

/// Judges class, id and the like; letter case does not matter. Words are cut at signs, at digits and at
/// capitals, so that "shareholder" is not "share", and "entryContent" is "entry-content".
BlockName judge_block_name(std::string_view klass, std::string_view id);

}  // namespace fihrist
