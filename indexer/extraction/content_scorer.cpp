// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs vote for what holds them.
#include "indexer/extraction/content_scorer.hpp"

#include <algorithm>
#include <array>

#include "indexer/extraction/block_names.hpp"

namespace fihrist {
namespace {

constexpr std::uint32_t shortest_paragraph = 25;
constexpr std::array<double, 5> share_of_ancestor{1.0, 0.5, 1.0 / 6, 1.0 / 9, 1.0 / 12};
constexpr std::uint32_t shortest_prose = 80;
constexpr std::uint32_t percent_of_prose_beside = 45;
constexpr std::uint32_t chars_for_each_link = 150;
constexpr double weight_of_name = 25;
/// The container that its author called the text's body.
constexpr double weight_of_body = 40;

double weight_of_tag(Tag tag) {
  switch (tag) {
    case Tag::article:
      return 8;
    case Tag::div:
    case Tag::main:
      return 5;
    case Tag::pre:
    case Tag::td:
    case Tag::blockquote:
      return 3;
    case Tag::section:
      return 2;
    case Tag::address:
    case Tag::ol:
    case Tag::ul:
    case Tag::dl:
    case Tag::dd:
    case Tag::dt:
    case Tag::li:
    case Tag::form:
      return -3;
    default:
      return is_heading(tag) || tag == Tag::th ? -5 : 0;
  }
}

class ContentScorer {
 public:
  explicit ContentScorer(const MarkedPage& page)
      : page_(page),
        tree_(page.tree()),
        scores_(tree_.size(), 0),
        prose_(tree_.size(), 0),
        candidate_(tree_.size(), 0) {}

  NodeIndex find() {
    for (NodeIndex node = 0; node < tree_.size(); ++node) {
      if (page_.of(node).chars == 0 || tree_.tag(node) == Tag::text) continue;
      if (is_paragraph(node)) {
        vote(node, page_.of(node));
      } else if (may_hold_loose_text(tree_.tag(node))) {
        vote_for_loose_runs(node);
      }
    }
    const NodeIndex best = best_candidate();
    return best == no_node ? best : with_prose_beside(climbed(best));
  }

 private:
  bool has_block_below(NodeIndex node) const { return page_.of(node).blocks > 0; }

  bool is_paragraph(NodeIndex node) const {
    switch (tree_.tag(node)) {
      case Tag::p:
      case Tag::pre:
        return true;
      case Tag::div:
      case Tag::section:
      case Tag::article:
      case Tag::td:
      case Tag::center:
        return !has_block_below(node);
      default:
        return false;
    }
  }

  static bool may_hold_loose_text(Tag tag) {
    return tag == Tag::div || tag == Tag::td || tag == Tag::article || tag == Tag::section ||
           tag == Tag::main || tag == Tag::body || tag == Tag::center || tag == Tag::font || tag == Tag::span;
  }

  void vote(NodeIndex paragraph, const NodeMeasures& text) {
    const double score = worth(text);
    if (text.chars >= shortest_prose && text.link_density() < 0.3) prose_[paragraph] += text.chars;
    NodeIndex ancestor = tree_[paragraph].parent;
    for (const double share : share_of_ancestor) {
      if (ancestor == no_node) return;
      add(ancestor, score * share);
      ancestor = tree_[ancestor].parent;
    }
  }

  /// Text that stands in a block beside others, its paragraphs only parted by <br>.
  void vote_for_loose_runs(NodeIndex node) {
    NodeMeasures run;
    const auto end_run = [&] {
      if (run.chars >= shortest_prose && run.link_density() < 0.3) prose_[node] += run.chars;
      if (const double score = worth(run); score > 0) {
        add(node, score);
        if (tree_[node].parent != no_node) add(tree_[node].parent, score / 2);
      }
      run = {};
    };
    page_.for_each_child(node, [&](NodeIndex child) {
      const NodeMeasures& text = page_.of(child);
      if (is_block(tree_.tag(child)) || text.blocks > 0) return end_run();
      run.chars += text.chars;
      run.commas += text.commas;
      run.link_chars += text.link_chars;
    });
    end_run();
  }

  static double worth(const NodeMeasures& text) {
    if (text.chars < shortest_paragraph) return 0;
    return (1 + text.commas + std::min(text.chars / 100, 3U)) * (1 - text.link_density());
  }

  void add(NodeIndex node, double score) {
    if (score <= 0) return;
    if (candidate_[node] == 0) {
      candidate_[node] = 1;
      scores_[node] = weight_of_tag(tree_.tag(node)) + weight_of_block(node);
    }
    scores_[node] += score;
  }

  double weight_of_block(NodeIndex node) const {
    const BlockName name =
        judge_block_name(tree_.attribute(node, Attribute::klass), tree_.attribute(node, Attribute::id));
    const bool body = name.body || tree_.attribute(node, Attribute::itemprop) == "articleBody";
    return (body ? weight_of_body : 0) + (name.content ? weight_of_name : 0) -
           (name.furniture || name.extra ? weight_of_name : 0);
  }

  NodeIndex best_candidate() {
    NodeIndex best = no_node;
    for (NodeIndex node = 0; node < tree_.size(); ++node) {
      if (candidate_[node] == 0) continue;
      scores_[node] *= 1 - page_.of(node).link_density();
      if (best == no_node || scores_[node] > scores_[best]) best = node;
    }
    return best;
  }

  /// Up to where the other strong candidates are below too, or the parent holds nothing else.
  NodeIndex climbed(NodeIndex best) const {
    best = common_ancestor(best);
    for (NodeIndex parent = tree_[best].parent; parent != no_node && tree_.tag(parent) != Tag::body;
         parent = tree_[parent].parent) {
      if (candidate_[parent] == 0) continue;
      if (scores_[parent] < scores_[best] / 3) break;
      if (scores_[parent] > scores_[best]) {
        best = parent;
        break;
      }
    }
    return best;
  }

  /// Articles in several pieces beside each other: takes an ancestor in while what it adds is prose too.
  NodeIndex with_prose_beside(NodeIndex best) {
    for (NodeIndex node = static_cast<NodeIndex>(tree_.size()); node-- > 1;)
      if (tree_[node].parent != no_node) prose_[tree_[node].parent] += prose_[node];
    for (NodeIndex parent = tree_[best].parent; parent != no_node && tree_.tag(parent) != Tag::html;
         parent = tree_[parent].parent) {
      const std::uint32_t chars = page_.of(parent).chars - page_.of(best).chars;
      const std::uint32_t prose = prose_[parent] - prose_[best];
      if (chars == 0) continue;
      const std::uint32_t links = page_.of(parent).links - page_.of(best).links;
      if (links * chars_for_each_link > chars) break;  // a list of other articles and their beginnings
      if (prose * 100 < chars * percent_of_prose_beside || prose * 10 < prose_[best]) break;
      best = parent;
    }
    return best;
  }

  NodeIndex common_ancestor(NodeIndex best) const {
    std::vector<NodeIndex> strong;
    for (NodeIndex node = 0; node < tree_.size(); ++node)
      if (node != best && candidate_[node] != 0 && scores_[node] >= 0.75 * scores_[best])
        strong.push_back(node);
    if (strong.size() < 3) return best;
    for (NodeIndex parent = tree_[best].parent; parent != no_node && tree_.tag(parent) != Tag::body;
         parent = tree_[parent].parent) {
      const auto below = std::count_if(strong.begin(), strong.end(),
                                       [&](NodeIndex node) { return tree_.is_inside(node, parent); });
      if (below >= 3) return parent;
    }
    return best;
  }

  const MarkedPage& page_;
  const PageTree& tree_;
  std::vector<double> scores_;
  std::vector<std::uint32_t> prose_;  ///< code points in paragraphs that are sentences, not links
  std::vector<std::uint8_t> candidate_;
};

}  // namespace

NodeIndex find_content(const MarkedPage& page) { return ContentScorer(page).find(); }

}  // namespace fihrist
