// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the judged parts of a page by where they stand.
#include "indexer/extraction/page_explanation.hpp"

#include <algorithm>
#include <utility>

#include "analysis/utf8.hpp"
#include "indexer/extraction/extracted_page.hpp"
#include "indexer/extraction/page_encoding.hpp"

namespace fihrist {
namespace {

constexpr std::size_t shown_chars = 100;

std::string place_of(const PageTree& tree, NodeIndex node) {
  if (node == no_node) return {};
  std::string place(name_of(tree.tag(node)));
  if (const std::string_view id = tree.attribute(node, Attribute::id); !id.empty())
    place.append("#").append(id);
  std::string_view classes = tree.attribute(node, Attribute::klass);
  classes = classes.substr(0, classes.find_first_of(" \t\r\n"));
  if (!classes.empty()) place.append(".").append(classes);
  return place;
}

class PieceGatherer {
 public:
  explicit PieceGatherer(const MainContent& content)
      : content_(content), page_(content.page), tree_(page_.tree()) {}

  std::vector<PagePiece> gather() {
    gather_dropped();
    gather_outside();
    for (const TextBlock& block : content_.blocks) add(block.node, block.reason, block.text);
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& left, const Piece& right) { return left.first < right.first; });
    std::vector<PagePiece> pieces;
    for (Piece& piece : pieces_) pieces.push_back(std::move(piece.second));
    return pieces;
  }

 private:
  using Piece = std::pair<NodeIndex, PagePiece>;

  void add(NodeIndex node, DropReason reason, std::string_view text) {
    if (text.empty()) return;
    pieces_.emplace_back(node, PagePiece{.reason = std::string(name_of(reason)),
                                         .place = place_of(tree_, node),
                                         .text = std::string(first_code_points(text, shown_chars))});
  }

  void gather_dropped() {
    for (NodeIndex node = tree_.body(); node < tree_.size(); ++node) {
      if (!page_.is_dropped(node)) continue;
      if (tree_.tag(node) != Tag::script) add(node, page_.reason(node), tree_.all_text(node));
      node = tree_[node].end - 1;
    }
  }

  /// What stands beside the article, on every level above it.
  void gather_outside() {
    for (NodeIndex inner = content_.content; inner != no_node && inner != tree_.body();
         inner = tree_[inner].parent) {
      const NodeIndex parent = tree_[inner].parent;
      if (parent == no_node) return;
      page_.for_each_child(parent, [&](NodeIndex child) {
        if (child != inner && page_.of(child).chars > 0)
          add(child, DropReason::outside, tree_.all_text(child));
      });
    }
  }

  const MainContent& content_;
  const MarkedPage& page_;
  const PageTree& tree_;
  std::vector<Piece> pieces_;
};

}  // namespace

PageExplanation explain_web_page(const WebPage& page) {
  if (page.bytes.size() > longest_web_page) return {};
  const DecodedText decoded = decode_page(page.bytes, page.charset);
  const auto tree = parse_page(decoded.text);
  if (!tree) return {};
  ExtractedPage extracted = extract_page(*tree, decoded.text, page);
  return {.origins = std::move(extracted.metadata.origins),
          .pieces = PieceGatherer(extracted.content).gather()};
}

}  // namespace fihrist
