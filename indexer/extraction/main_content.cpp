// SPDX-License-Identifier: GPL-3.0-or-later
// The cascade: strict rules first, looser ones when too little is left.
#include "indexer/extraction/main_content.hpp"

#include <optional>
#include <utility>

#include "analysis/utf8.hpp"
#include "indexer/extraction/content_pruner.hpp"
#include "indexer/extraction/content_scorer.hpp"

namespace fihrist {
namespace {

/// Shorter results are doubted. The figure is jusText's and Readability's.
constexpr std::size_t enough_chars = 250;

std::size_t chars_of(const std::vector<TextBlock>& blocks) {
  std::size_t chars = 0;
  for (const TextBlock& block : blocks)
    if (block.reason == DropReason::kept) chars += count_code_points(block.text);
  return chars;
}

MainContent attempt(const PageTree& tree, Pruning pruning, std::string_view title) {
  MainContent made{.page = MarkedPage(tree)};
  drop_surroundings(made.page, pruning);
  made.content = find_content(made.page);
  if (made.content == no_node) return made;
  drop_extras(made.page, made.content, pruning);
  made.blocks = text_blocks(made.page, made.content);
  made.judgement = judge_blocks(made.blocks, title);
  return made;
}

/// Every paragraph of the page, wherever it stands.
MainContent all_paragraphs(const PageTree& tree, std::string_view title) {
  MainContent made{.page = MarkedPage(tree)};
  drop_surroundings(made.page, Pruning::loose);
  made.content = tree.body();
  for (TextBlock& block : text_blocks(made.page, made.content))
    if (block.tag == Tag::p || block.tag == Tag::pre || block.tag == Tag::blockquote)
      made.blocks.push_back(std::move(block));
  made.judgement = judge_blocks(made.blocks, title);
  return made;
}

}  // namespace

std::string MainContent::text() const {
  std::string text;
  for (const TextBlock& block : blocks) {
    if (block.reason != DropReason::kept) continue;
    if (!text.empty()) text += '\n';
    text += block.text;
  }
  return text;
}

MainContent extract_content(const PageTree& tree, std::string_view title) {
  MainContent best{.page = MarkedPage(tree)};
  std::size_t most = 0;
  const auto consider = [&](MainContent&& made) {
    const std::size_t chars = chars_of(made.blocks);
    if (chars <= most) return;
    most = chars;
    best = std::move(made);
  };
  for (const Pruning pruning : {Pruning::strict, Pruning::loose, Pruning::none}) {
    consider(attempt(tree, pruning, title));
    if (most >= enough_chars) return best;
  }
  consider(all_paragraphs(tree, title));
  return best;
}

}  // namespace fihrist
