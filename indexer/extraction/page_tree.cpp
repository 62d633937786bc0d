// SPDX-License-Identifier: GPL-3.0-or-later
// Looking around in the flat tree of a page.
#include "indexer/extraction/page_tree.hpp"

#include <algorithm>

#include "indexer/plain_text.hpp"

namespace fihrist {

std::string_view PageTree::text(NodeIndex node) const {
  return std::string_view(strings_).substr(nodes_[node].text_begin, nodes_[node].text_size);
}

const PageTree::StoredAttribute* PageTree::find(NodeIndex node, Attribute attribute) const {
  const auto begin = attributes_.begin() + nodes_[node].attributes_begin;
  const auto end = begin + nodes_[node].attributes_count;
  const auto found =
      std::find_if(begin, end, [&](const StoredAttribute& stored) { return stored.attribute == attribute; });
  return found == end ? nullptr : &*found;
}

std::string_view PageTree::attribute(NodeIndex node, Attribute attribute) const {
  const StoredAttribute* const found = find(node, attribute);
  return found == nullptr ? std::string_view() : std::string_view(strings_).substr(found->begin, found->size);
}

bool PageTree::has(NodeIndex node, Attribute attribute) const { return find(node, attribute) != nullptr; }

NodeIndex PageTree::first_child(NodeIndex node) const {
  return node + 1 < nodes_[node].end ? node + 1 : no_node;
}

NodeIndex PageTree::next_sibling(NodeIndex node) const {
  const NodeIndex parent = nodes_[node].parent;
  if (parent == no_node || nodes_[node].end >= nodes_[parent].end) return no_node;
  return nodes_[node].end;
}

std::string PageTree::all_text(NodeIndex node) const {
  std::string all;
  for (NodeIndex i = node; i < nodes_[node].end; ++i) {
    if (nodes_[i].tag == Tag::text) all += text(i);
    if (is_block(nodes_[i].tag) || nodes_[i].tag == Tag::br) all += ' ';
  }
  return tidy_line(all);
}

}  // namespace fihrist
