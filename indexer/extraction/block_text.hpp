// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a part of a page, a line a block.
#pragma once

#include <string>
#include <vector>

#include "indexer/extraction/marked_page.hpp"

namespace fihrist {

struct TextBlock {
  NodeIndex node = no_node;  ///< the innermost block element that its first letter stands in
  Tag tag = Tag::text;       ///< of that element
  double link_share = 0;     ///< of its letters, within <a href>
  DropReason reason = DropReason::kept;
  std::string text;  ///< one line; of <pre>, as many as it has. Never empty
};

/// Block elements and <br> end a line, cells of a table are parted by blanks; dropped parts are left out.
std::vector<TextBlock> text_blocks(const MarkedPage& page, NodeIndex node);

}  // namespace fihrist
