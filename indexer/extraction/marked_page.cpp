// SPDX-License-Identifier: GPL-3.0-or-later
// Measures go from the last node to the first, so that each is whole when its parent adds it.
#include "indexer/extraction/marked_page.hpp"

#include <array>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::array reason_names{"kept",    "hidden",    "site_part",   "site_name", "extra_name",
                                  "caption", "link_list", "repeated",    "no_prose",  "lexicon",
                                  "byline",  "title",     "syndication", "outside"};

bool is_blank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0; }

/// The commas of Latin, Arabic, Chinese and Japanese, and Arabic's semicolon, which stands where others put
/// one.
bool is_comma(char32_t c) {
  return c == ',' || c == 0x060C || c == 0x061B || c == 0xFF0C || c == 0x3001 || c == 0xFE50;
}

}  // namespace

std::string_view name_of(DropReason reason) { return reason_names[static_cast<std::size_t>(reason)]; }

MarkedPage::MarkedPage(const PageTree& tree)
    : tree_(&tree), own_(tree.size()), reasons_(tree.size(), DropReason::kept), measures_(tree.size()) {
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (tree.tag(node) != Tag::text) continue;
    const std::string_view text = tree.text(node);
    bool gap = true;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      const bool blank = is_blank(c);
      if (!blank || !gap) ++own_[node].chars;
      gap = blank;
      if (is_comma(c)) ++own_[node].commas;
    }
    if (gap && own_[node].chars > 0) --own_[node].chars;
  }
  measure();
}

void MarkedPage::drop(NodeIndex node, DropReason reason) {
  if (!is_dropped(node)) reasons_[node] = reason;
}

void MarkedPage::measure() {
  std::vector<std::uint8_t> in_link(tree_->size());
  std::vector<std::uint8_t> in_heading(tree_->size());
  std::vector<std::uint8_t> dead(tree_->size());
  for (NodeIndex node = 0; node < tree_->size(); ++node) {
    const PageNode& it = (*tree_)[node];
    const bool root = it.parent == no_node;
    dead[node] = is_dropped(node) || (!root && dead[it.parent] != 0);
    in_link[node] =
        (!root && in_link[it.parent] != 0) || (it.tag == Tag::a && tree_->has(node, Attribute::href));
    in_heading[node] = (!root && in_heading[it.parent] != 0) || is_heading(it.tag);
    measures_[node] = {};
  }
  for (NodeIndex node = static_cast<NodeIndex>(tree_->size()); node-- > 0;) {
    if (dead[node] != 0) continue;
    const PageNode& it = (*tree_)[node];
    NodeMeasures& own = measures_[node];
    if (it.tag == Tag::text) {
      own.chars = own_[node].chars;
      own.commas = own_[node].commas;
      if (in_link[node] != 0) own.link_chars = own.chars;
      if (in_heading[node] != 0) own.heading_chars = own.chars;
    }
    if (it.parent == no_node) continue;
    NodeMeasures& all = measures_[it.parent];
    all.chars += own.chars;
    all.link_chars += own.link_chars;
    all.heading_chars += own.heading_chars;
    all.commas += own.commas;
    all.links += own.links + (it.tag == Tag::a && in_link[node] != 0 ? 1U : 0U);
    all.paragraphs += own.paragraphs + (it.tag == Tag::p && own.chars > 0 ? 1U : 0U);
    all.items += own.items + (it.tag == Tag::li || it.tag == Tag::dt || it.tag == Tag::dd ? 1U : 0U);
    all.blocks += own.blocks + (is_block(it.tag) ? 1U : 0U);
  }
}

}  // namespace fihrist
