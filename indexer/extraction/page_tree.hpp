// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed page as one flat list of nodes, without what can hold no text of an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extraction/tag.hpp"

namespace fihrist {

/// Attributes that say something about content or metadata; the others are not kept.
enum class Attribute : std::uint8_t {
  id,
  klass,
  role,
  itemprop,
  itemtype,
  rel,
  href,
  content,
  name,
  property,
  datetime,
  type,
  style,
  hidden,
  aria_hidden,
  title,
  lang,
  last
};

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = UINT32_MAX;

/// Nodes stand in the order of the document: the descendants of node i are i + 1 … end - 1.
struct PageNode {
  Tag tag = Tag::text;
  NodeIndex parent = no_node;
  NodeIndex end = 0;
  std::uint32_t text_begin = 0;  ///< of Tag::text, and of scripts with JSON-LD: into the page's strings
  std::uint32_t text_size = 0;
  std::uint32_t attributes_begin = 0;
  std::uint16_t attributes_count = 0;
};

/// Scripts, styles, pictures, controls and comments are left out when the tree is made. Nothing is deeper
/// than `deepest`: elements below are left out and their text stands in their ancestor. Immutable.
class PageTree {
 public:
  static constexpr std::size_t deepest = 512;
  static constexpr std::size_t most_nodes = 600'000;

  std::size_t size() const noexcept { return nodes_.size(); }
  const PageNode& operator[](NodeIndex node) const { return nodes_[node]; }
  Tag tag(NodeIndex node) const { return nodes_[node].tag; }

  std::string_view text(NodeIndex node) const;
  /// Empty when the element has none, or an empty one.
  std::string_view attribute(NodeIndex node, Attribute attribute) const;
  bool has(NodeIndex node, Attribute attribute) const;

  /// The first child, the next sibling; `no_node` behind the last.
  NodeIndex first_child(NodeIndex node) const;
  NodeIndex next_sibling(NodeIndex node) const;
  bool is_inside(NodeIndex node, NodeIndex ancestor) const {
    return node >= ancestor && node < nodes_[ancestor].end;
  }

  /// <body>; 0 when the page has none.
  NodeIndex body() const noexcept { return body_; }
  /// All text below a node, runs of blanks as one; blocks are parted by blanks.
  std::string all_text(NodeIndex node) const;

 private:
  friend class PageTreeBuilder;

  struct StoredAttribute {
    Attribute attribute;
    std::uint32_t begin;
    std::uint32_t size;
  };

  const StoredAttribute* find(NodeIndex node, Attribute attribute) const;

  std::vector<PageNode> nodes_;
  std::vector<StoredAttribute> attributes_;
  std::string strings_;
  NodeIndex body_ = 0;
};

/// Nothing when the page needs more than an honest page does: see ParseBudget; or more nodes than most_nodes.
std::optional<PageTree> parse_page(std::string_view html);

}  // namespace fihrist
