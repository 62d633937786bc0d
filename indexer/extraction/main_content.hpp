// SPDX-License-Identifier: GPL-3.0-or-later
// The article's text out of a parsed page.
#pragma once

#include <string>
#include <vector>

#include "indexer/extraction/block_text.hpp"
#include "indexer/extraction/marked_page.hpp"

namespace fihrist {

struct MainContent {
  MarkedPage page;                ///< with what was dropped, and why
  NodeIndex content = no_node;    ///< what holds the article; `no_node`: there is no text
  std::vector<TextBlock> blocks;  ///< the article, in order

  std::string text() const;  ///< blocks, one a line
};

/// Finds the article by trying three degrees of pruning until one gives a text of some length, then all
/// paragraphs of the page. The tree must outlive the result. Reads no metadata.
MainContent extract_content(const PageTree& tree);

}  // namespace fihrist
