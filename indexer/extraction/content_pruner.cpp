// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which parts of pages go.
#include "indexer/extraction/content_pruner.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "analysis/ascii.hpp"
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
    if (c != ' ') style += to_ascii_lower(c);
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

/// A box of a book or a magazine, not the column of a site, which is full of links.
bool is_prose_box(const NodeMeasures& own) {
  return own.link_density() < 0.15 && own.commas > 0 && own.chars >= 80;
}

/// What somebody said on a social network is quoted, not shared.
bool is_quotation(const MarkedPage& page, NodeIndex node) {
  const PageTree& tree = page.tree();
  std::uint32_t quoted = 0;
  for (NodeIndex below = node; below < tree[node].end; ++below)
    if (tree.tag(below) == Tag::blockquote) quoted += page.of(below).chars;
  return quoted > 0 && quoted * 2 > page.of(node).chars;
}

bool is_furniture(const MarkedPage& page, NodeIndex node) {
  const PageTree& tree = page.tree();
  const Tag tag = tree.tag(node);
  if (tag == Tag::body || tag == Tag::html || tag == Tag::a || tag == Tag::article || tag == Tag::main)
    return false;
  const BlockName name = name_at(tree, node);
  if (name.sidebar && !is_prose_box(page.of(node))) return true;
  return name.furniture && !name.content && !name.body && !is_quotation(page, node);
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
    if (name.extra && !name.body && own.chars * 4 < whole_ && !is_quotation(page_, node))
      return DropReason::extra_name;
    if (is_caption(node, name, own)) return DropReason::caption;
    if (name.meta && !name.body && own.chars * 10 < whole_ && own.chars < 400) return DropReason::byline;
    if (pruning_ != Pruning::none && is_link_list(node, own)) return DropReason::link_list;
    return DropReason::kept;
  }

  /// A figure may also hold a table or code, which is text.
  bool is_caption(NodeIndex node, const BlockName& name, const NodeMeasures& own) const {
    const Tag tag = tree_.tag(node);
    if (tag == Tag::figcaption) return true;
    if (tag == Tag::figure) return own.paragraphs < 3 && own.chars < 600 && !holds_table_or_code(node);
    return name.caption && !name.body && own.chars * 4 < whole_ && own.paragraphs < 3;
  }

  bool holds_table_or_code(NodeIndex node) const {
    for (NodeIndex below = node + 1; below < tree_[node].end; ++below)
      if (const Tag tag = tree_.tag(below);
          tag == Tag::pre || tag == Tag::table || tag == Tag::blockquote || tag == Tag::code)
        return true;
    return false;
  }

  bool is_link_list(NodeIndex node, const NodeMeasures& own) const {
    const Tag tag = tree_.tag(node);
    if (own.chars == 0 || own.chars * 10 > whole_ * 3) return false;
    const double density = own.link_density();
    if (is_list(tag) || tag == Tag::dl) return density > 0.5;
    if (tag == Tag::div || tag == Tag::section || tag == Tag::table)
      return own.commas < 10 && (density > 0.5 || (density > 0.25 && own.chars < 300));
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
    if (tag == Tag::head || tag == Tag::script || is_hidden(tree, node)) {
      page.drop(node, DropReason::hidden);
    } else if (pruning != Pruning::none && is_site_part(page, node)) {
      page.drop(node, DropReason::site_part);
    } else if (pruning == Pruning::strict && is_furniture(page, node)) {
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
