// SPDX-License-Identifier: GPL-3.0-or-later
// The article's text out of a parsed page.
#pragma once

#include <string>
#include <vector>

#include "indexer/extraction/block_judge.hpp"
#include "indexer/extraction/block_text.hpp"
#include "indexer/extraction/marked_page.hpp"

namespace fihrist {

struct MainContent {
  MarkedPage page;                ///< with what was dropped, and why
  NodeIndex content = no_node;    ///< what holds the article; `no_node`: there is no text
  std::vector<TextBlock> blocks;  ///< of the content, in order; those with a reason are not in the text
  BlockJudgement judgement;

  std::string text() const;  ///< the blocks that are kept, one a line
};

/// Finds the article by trying three degrees of pruning until one gives a text of some length, then all
/// paragraphs of the page. The tree must outlive the result. `title`, which may be empty, is not repeated in
/// it.
MainContent extract_content(const PageTree& tree, std::string_view title);

}  // namespace fihrist
