// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which parts of pages go.
#include "indexer/extraction/content_pruner.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/extraction/block_names.hpp"

namespace fihrist {
namespace {

constexpr std::array<std::string_view, 11> roles_of_site{"navigation",  "menu",    "menubar", "complementary",
                                                         "contentinfo", "search",  "dialog",  "alert",
                                                         "alertdialog", "toolbar", "tablist"};

bool is_hidden(const PageTree& tree, NodeIndex node) {
  if (tree.has(node, Attribute::hidden)) return true;
  if (tree.attribute(node, Attribute::aria_hidden) == "true") return true;
  std::string style;
  for (const char c : tree.attribute(node, Attribute::style))
    if (c != ' ') style += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_site_part(const MarkedPage& page, NodeIndex node) {
  const PageTree& tree = page.tree();
  const std::string_view role = tree.attribute(node, Attribute::role);
  if (std::find(roles_of_site.begin(), roles_of_site.end(), role) != roles_of_site.end()) return true;
  switch (tree.tag(node)) {
    case Tag::nav:
    case Tag::aside:
    case Tag::footer:
    case Tag::menu:
      return true;
    case Tag::form:
      // ASP.NET puts the whole page into a form.
      return page.of(node).chars * 2 < page.of(tree.body()).chars;
    default:
      return false;
  }
}

BlockName name_at(const PageTree& tree, NodeIndex node) {
  return judge_block_name(tree.attribute(node, Attribute::klass), tree.attribute(node, Attribute::id));
}

bool is_furniture(const PageTree& tree, NodeIndex node) {
  const Tag tag = tree.tag(node);
  if (tag == Tag::body || tag == Tag::html || tag == Tag::a || tag == Tag::article || tag == Tag::main)
    return false;
  const BlockName name = name_at(tree, node);
  return name.furniture && !name.content && !name.body;
}

class ExtraDropper {
 public:
  ExtraDropper(MarkedPage& page, NodeIndex content, Pruning pruning)
      : page_(page),
        tree_(page.tree()),
        content_(content),
        pruning_(pruning),
        whole_(page.of(content).chars) {}

  void drop() {
    for (NodeIndex node = content_ + 1; node < tree_[content_].end; ++node) {
      if (tree_.tag(node) == Tag::text || page_.is_dropped(node)) continue;
      const DropReason reason = judge(node);
      if (reason == DropReason::kept) continue;
      page_.drop(node, reason);
      node = tree_[node].end - 1;
    }
    page_.measure();
  }

 private:
  DropReason judge(NodeIndex node) const {
    const NodeMeasures& own = page_.of(node);
    const BlockName name = name_at(tree_, node);
    if (name.extra && !name.body && own.chars * 4 < whole_) return DropReason::extra_name;
    if (name.meta && !name.body && own.chars * 10 < whole_ && own.chars < 400) return DropReason::byline;
    if (pruning_ != Pruning::none && is_link_list(node, own)) return DropReason::link_list;
    return DropReason::kept;
  }

  bool is_link_list(NodeIndex node, const NodeMeasures& own) const {
    const Tag tag = tree_.tag(node);
    if (own.chars == 0 || own.chars * 10 > whole_ * 3) return false;
    const double density = own.link_density();
    if (is_list(tag) || tag == Tag::dl) return density > 0.5;
    if (tag == Tag::div || tag == Tag::section || tag == Tag::table)
      return own.commas < 10 && (density > 0.5 || (density > 0.25 && own.chars < 300));
    if (tag == Tag::p || is_heading(tag)) return density > 0.9 && own.chars < 200 && own.links > 0 && false;
    return false;
  }

  MarkedPage& page_;
  const PageTree& tree_;
  NodeIndex content_;
  Pruning pruning_;
  std::uint32_t whole_;
};

}  // namespace

void drop_surroundings(MarkedPage& page, Pruning pruning) {
  const PageTree& tree = page.tree();
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    const Tag tag = tree.tag(node);
    if (tag == Tag::text || tag == Tag::html || tag == Tag::body) continue;
    if (tag == Tag::head || is_hidden(tree, node)) {
      page.drop(node, DropReason::hidden);
    } else if (pruning != Pruning::none && is_site_part(page, node)) {
      page.drop(node, DropReason::site_part);
    } else if (pruning == Pruning::strict && is_furniture(tree, node)) {
      page.drop(node, DropReason::site_name);
    }
    if (page.is_dropped(node)) node = tree[node].end - 1;
  }
  page.measure();
}

void drop_extras(MarkedPage& page, NodeIndex content, Pruning pruning) {
  ExtraDropper(page, content, pruning).drop();
}

}  // namespace fihrist
