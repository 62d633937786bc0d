// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over a subtree; blocks end where their element does.
#include "indexer/extraction/block_text.hpp"

#include <algorithm>

#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

class BlockCollector {
 public:
  explicit BlockCollector(const MarkedPage& page) : page_(page), tree_(page.tree()) {}

  std::vector<TextBlock> collect(NodeIndex root) {
    for (NodeIndex node = root; node < tree_[root].end;) {
      close_before(node);
      if (page_.is_dropped(node)) {
        node = tree_[node].end;
        continue;
      }
      enter(node);
      ++node;
    }
    end_line();
    close_before(tree_[root].end);
    return std::move(blocks_);
  }

 private:
  void enter(NodeIndex node) {
    const Tag tag = tree_.tag(node);
    if (tag == Tag::a && tree_.has(node, Attribute::href)) link_end_ = std::max(link_end_, tree_[node].end);
    if (tag == Tag::text) {
      line_ += tree_.text(node);
      if (node < link_end_) link_chars_ += page_.of(node).chars;
      chars_ += page_.of(node).chars;
    } else if (tag == Tag::td || tag == Tag::th) {
      line_ += ' ';
      open_.push_back(node);
    } else if (tag == Tag::br) {
      if (in_pre()) {
        line_ += '\n';
      } else {
        end_line();
      }
    } else if (is_block(tag)) {
      end_line();
      open_.push_back(node);
    }
  }

  bool in_pre() const {
    for (const NodeIndex node : open_)
      if (tree_.tag(node) == Tag::pre) return true;
    return false;
  }

  void close_before(NodeIndex node) {
    while (!open_.empty() && tree_[open_.back()].end <= node) {
      const Tag tag = tree_.tag(open_.back());
      if (tag != Tag::td && tag != Tag::th) end_line();
      open_.pop_back();
    }
  }

  void end_line() {
    std::string text = in_pre() ? tidy_text(line_) : tidy_line(line_);
    line_.clear();
    const double link_share = chars_ == 0 ? 0 : static_cast<double>(link_chars_) / chars_;
    chars_ = link_chars_ = 0;
    if (text.empty()) return;
    const NodeIndex node = open_.empty() ? no_node : open_.back();
    blocks_.push_back({.node = node,
                       .tag = node == no_node ? Tag::text : tree_.tag(node),
                       .link_share = link_share,
                       .text = std::move(text)});
  }

  const MarkedPage& page_;
  const PageTree& tree_;
  std::vector<NodeIndex> open_;
  std::string line_;
  NodeIndex link_end_ = 0;
  std::uint32_t chars_ = 0;
  std::uint32_t link_chars_ = 0;
  std::vector<TextBlock> blocks_;
};

}  // namespace

std::vector<TextBlock> text_blocks(const MarkedPage& page, NodeIndex node) {
  return BlockCollector(page).collect(node);
}

}  // namespace fihrist
