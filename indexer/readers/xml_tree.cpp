// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes in one vector, all text in one string: nothing is allocated for an element.
#include "indexer/readers/xml_tree.hpp"

#include <algorithm>

namespace fihrist {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
}

}  // namespace

void XmlTree::clear() {
  nodes_.clear();
  attributes_.clear();
  text_.clear();
  open_.clear();
}

XmlTree::Piece XmlTree::store(std::string_view text) {
  const Piece piece{static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size())};
  text_ += text;
  return piece;
}

void XmlTree::append(Node node) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  if (!open_.empty()) {
    node.parent = open_.back();
    Node& parent = nodes_[node.parent];
    if (parent.first_child == nothing)
      parent.first_child = index;
    else
      nodes_[parent.last_child].next = index;
    parent.last_child = index;
  }
  nodes_.push_back(node);
}

void XmlTree::open(XmlName name, const std::vector<Attribute>& attributes) {
  Node node{.space = name.space, .text = store(name.local)};
  node.first_attribute = static_cast<std::uint32_t>(attributes_.size());
  node.attribute_count = static_cast<std::uint32_t>(attributes.size());
  for (const Attribute& attribute : attributes)
    attributes_.push_back({attribute.name.space, store(attribute.name.local), store(attribute.value)});
  append(node);
  open_.push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
}

void XmlTree::add_text(std::string_view text) {
  if (open_.empty()) return;
  const std::uint32_t last = nodes_[open_.back()].last_child;
  const bool goes_on = last != nothing && last + 1 == nodes_.size() && nodes_[last].is_text;
  const Piece piece = store(text);
  if (goes_on)
    nodes_[last].text.length += piece.length;
  else
    append({.is_text = true, .text = piece});
}

void XmlTree::close() {
  if (!open_.empty()) open_.pop_back();
}

void XmlTree::drop_from(XmlName name) {
  if (open_.empty()) return;
  Node& parent = nodes_[open_.back()];
  std::uint32_t before = nothing;
  std::uint32_t at = parent.first_child;
  while (at != nothing &&
         (nodes_[at].is_text || XmlName{nodes_[at].space, this->at(nodes_[at].text)} != name)) {
    before = at;
    at = nodes_[at].next;
  }
  if (at == nothing) return;
  text_.resize(nodes_[at].text.begin);
  attributes_.resize(nodes_[at].first_attribute);
  nodes_.resize(at);
  parent.last_child = before;
  if (before == nothing)
    parent.first_child = nothing;
  else
    nodes_[before].next = nothing;
}

std::size_t XmlTree::bytes() const noexcept {
  return text_.size() + nodes_.size() * sizeof(Node) + attributes_.size() * sizeof(StoredAttribute);
}

XmlName XmlNode::name() const {
  if (tree_ == nullptr) return {XmlSpace::other, {}};
  const XmlTree::Node& node = tree_->nodes_[index_];
  return {node.space, tree_->at(node.text)};
}

std::string_view XmlNode::attribute(std::string_view local, XmlSpace space) const {
  if (tree_ == nullptr) return {};
  const XmlTree::Node& node = tree_->nodes_[index_];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const XmlTree::StoredAttribute& attribute = tree_->attributes_[node.first_attribute + i];
    if (attribute.space == space && tree_->at(attribute.local) == local) return tree_->at(attribute.value);
  }
  return {};
}

XmlNode XmlNode::element_from(std::uint32_t index) const {
  while (index != XmlTree::nothing && tree_->nodes_[index].is_text) index = tree_->nodes_[index].next;
  return index == XmlTree::nothing ? XmlNode() : XmlNode(tree_, index);
}

XmlNode XmlNode::first_child() const {
  return tree_ == nullptr ? XmlNode() : element_from(tree_->nodes_[index_].first_child);
}

XmlNode XmlNode::next() const {
  return tree_ == nullptr ? XmlNode() : element_from(tree_->nodes_[index_].next);
}

XmlNode XmlNode::parent() const {
  if (tree_ == nullptr || tree_->nodes_[index_].parent == XmlTree::nothing) return {};
  return {tree_, tree_->nodes_[index_].parent};
}

XmlNode XmlNode::child(XmlSpace space, std::string_view local) const {
  for (XmlNode node = first_child(); node; node = node.next())
    if (node.is(space, local)) return node;
  return {};
}

std::string XmlNode::text() const {
  std::string text;
  if (tree_ == nullptr) return text;
  // The nodes beneath an element follow it without a gap.
  for (std::uint32_t i = index_ + 1; i < tree_->nodes_.size(); ++i) {
    const XmlTree::Node& node = tree_->nodes_[i];
    if (node.parent == XmlTree::nothing || node.parent < index_) break;
    if (node.is_text) text += tree_->at(node.text);
  }
  return text;
}

std::string XmlNode::markup(bool text_is_markup) const {
  std::string out;
  if (tree_ == nullptr) return out;
  std::vector<std::uint32_t> open;
  const auto close = [&] {
    out += "</";
    out += tree_->at(tree_->nodes_[open.back()].text);
    out += '>';
    open.pop_back();
  };
  for (std::uint32_t i = index_ + 1; i < tree_->nodes_.size(); ++i) {
    const XmlTree::Node& node = tree_->nodes_[i];
    if (node.parent == XmlTree::nothing || node.parent < index_) break;
    while (!open.empty() && open.back() != node.parent) close();
    if (node.is_text && text_is_markup) {
      out += tree_->at(node.text);
    } else if (node.is_text) {
      append_escaped(out, tree_->at(node.text));
    } else {
      out += '<';
      out += tree_->at(node.text);
      for (std::uint32_t a = 0; a < node.attribute_count; ++a) {
        const XmlTree::StoredAttribute& attribute = tree_->attributes_[node.first_attribute + a];
        out += ' ';
        out += tree_->at(attribute.local);
        out += "=\"";
        append_escaped(out, tree_->at(attribute.value));
        out += '"';
      }
      out += '>';
      open.push_back(i);
    }
  }
  while (!open.empty()) close();
  return out;
}

}  // namespace fihrist
