// SPDX-License-Identifier: GPL-3.0-or-later
// Which blocks of the chosen part of a page are text after all: by their words, as lines of text pages are
// judged.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/extraction/block_text.hpp"
#include "indexer/readers/syndication.hpp"

namespace fihrist {

struct BlockJudgement {
  std::optional<Syndication> syndication;  ///< what a feed's footer said, when there was one
  std::vector<std::string> bylines;        ///< lines of nothing but author, date and the like, in order
};

/// Sets the reason of each block that goes: the title once more, lines of the site (page_lexicon.hpp) and
/// what follows the end of the article, bylines, paragraphs that are one link, repeated paragraphs, promotion
/// without the small words of Arabic, footers of feeds. `title` may be empty.
BlockJudgement judge_blocks(std::vector<TextBlock>& blocks, std::string_view title);

}  // namespace fihrist
