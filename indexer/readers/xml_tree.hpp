// SPDX-License-Identifier: GPL-3.0-or-later
// The elements of one record: a feed's entry, a post of an export.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/xml_names.hpp"

namespace fihrist {

class XmlTree;

/// An element of a tree, or none. Cheap to copy; valid as long as the tree is not built further.
class XmlNode {
 public:
  XmlNode() = default;

  explicit operator bool() const noexcept { return tree_ != nullptr; }
  XmlName name() const;
  bool is(XmlSpace space, std::string_view local) const { return *this && name() == XmlName{space, local}; }

  /// Its value; empty when it is not there.
  std::string_view attribute(std::string_view local, XmlSpace space = XmlSpace::none) const;

  XmlNode first_child() const;  ///< elements only
  XmlNode next() const;
  XmlNode parent() const;
  XmlNode child(XmlSpace space, std::string_view local) const;  ///< the first of this name

  bool has_children() const { return static_cast<bool>(first_child()); }
  std::string text() const;  ///< of all that is in it
  /// What is in it as HTML. `text_is_markup`: its text is HTML already (RSS), and not to be escaped (XHTML).
  std::string markup(bool text_is_markup) const;

 private:
  friend class XmlTree;
  XmlNode(const XmlTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  XmlNode element_from(std::uint32_t index) const;

  const XmlTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

/// Built in the order of the document, and used again for the next record.
class XmlTree {
 public:
  struct Attribute {
    XmlName name;
    std::string_view value;
  };

  void clear();
  bool empty() const noexcept { return nodes_.empty(); }
  XmlNode root() const { return empty() ? XmlNode() : XmlNode(this, 0); }

  void open(XmlName name, const std::vector<Attribute>& attributes);
  void add_text(std::string_view text);
  void close();  ///< the element opened last
  std::size_t depth() const noexcept { return open_.size(); }

  /// Takes out the first child of the element that is open which has this name, and all behind it.
  void drop_from(XmlName name);

  std::size_t bytes() const noexcept;  ///< of memory, about

 private:
  friend class XmlNode;
  static constexpr std::uint32_t nothing = 0xFFFFFFFF;

  struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
  };
  struct Node {
    bool is_text = false;
    XmlSpace space = XmlSpace::none;
    Piece text;  ///< or local name
    std::uint32_t first_attribute = 0;
    std::uint32_t attribute_count = 0;
    std::uint32_t parent = nothing;
    std::uint32_t first_child = nothing;
    std::uint32_t last_child = nothing;
    std::uint32_t next = nothing;
  };
  struct StoredAttribute {
    XmlSpace space = XmlSpace::none;
    Piece local;
    Piece value;
  };

  Piece store(std::string_view text);
  std::string_view at(Piece piece) const { return std::string_view(text_).substr(piece.begin, piece.length); }
  void append(Node node);

  std::vector<Node> nodes_;
  std::vector<StoredAttribute> attributes_;
  std::string text_;
  std::vector<std::uint32_t> open_;
};

}  // namespace fihrist
