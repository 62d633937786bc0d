// SPDX-License-Identifier: GPL-3.0-or-later
// From gumbo's tree to the flat one, without recursion.
#include <array>
#include <unordered_map>

#include "indexer/extraction/guarded_gumbo.hpp"
#include "indexer/extraction/page_tree.hpp"
#include "indexer/extraction/silent_markup.hpp"

namespace fihrist {
namespace {

using namespace std::string_view_literals;

/// Longer ones are pictures written into addresses, or were made to cost much.
constexpr std::size_t longest_attribute = std::size_t{32} * 1024;

constexpr std::array<std::pair<std::string_view, Attribute>, static_cast<std::size_t>(Attribute::last)> kept{{
    {"id", Attribute::id},
    {"class", Attribute::klass},
    {"role", Attribute::role},
    {"itemprop", Attribute::itemprop},
    {"itemtype", Attribute::itemtype},
    {"rel", Attribute::rel},
    {"href", Attribute::href},
    {"content", Attribute::content},
    {"name", Attribute::name},
    {"property", Attribute::property},
    {"datetime", Attribute::datetime},
    {"type", Attribute::type},
    {"style", Attribute::style},
    {"hidden", Attribute::hidden},
    {"aria-hidden", Attribute::aria_hidden},
    {"title", Attribute::title},
    {"lang", Attribute::lang},
}};

/// Tags by gumbo's number, so that no name is looked up twice.
const std::array<Tag, GUMBO_TAG_LAST + 1>& tags_of_gumbo() {
  static const auto table = [] {
    std::array<Tag, GUMBO_TAG_LAST + 1> made{};
    made.fill(Tag::other);
    for (int i = 0; i < GUMBO_TAG_LAST; ++i)
      made[static_cast<std::size_t>(i)] = tag_named(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    return made;
  }();
  return table;
}

/// Elements whose text no reader of the page sees as part of it.
bool is_left_out(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_MAP:
      return true;
    default:
      return false;
  }
}

bool is_json_ld(const GumboElement& element) {
  const GumboAttribute* const type = gumbo_get_attribute(&element.attributes, "type");
  return type != nullptr && std::string_view(type->value).find("ld+json") != std::string_view::npos;
}

bool is_text(GumboNodeType type) {
  return type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE || type == GUMBO_NODE_CDATA;
}

}  // namespace

class PageTreeBuilder {
 public:
  /// Nothing when there are too many nodes.
  std::optional<PageTree> build(const GumboNode& document) {
    open_.push_back({&document.v.document.children, 0, no_node});
    while (!open_.empty()) {
      Open& last = open_.back();
      if (last.next == last.children->length) {
        close();
      } else if (!add(*static_cast<const GumboNode*>(last.children->data[last.next++]), last.node)) {
        return std::nullopt;
      }
    }
    return std::move(tree_);
  }

 private:
  struct Open {
    const GumboVector* children;
    unsigned next;
    NodeIndex node;
  };

  void close() {
    const NodeIndex node = open_.back().node;
    open_.pop_back();
    // Below the deepest level several open elements share a node; its last closing counts.
    if (node != no_node) tree_.nodes_[node].end = static_cast<NodeIndex>(tree_.nodes_.size());
  }

  bool add(const GumboNode& node, NodeIndex parent) {
    if (is_text(node.type)) return add_text(node.v.text.text, parent);
    const bool element = node.type == GUMBO_NODE_ELEMENT;
    if (!element || is_left_out(node.v.element.tag) || node.v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
      return true;
    if (node.v.element.tag == GUMBO_TAG_SCRIPT && !is_json_ld(node.v.element)) return true;
    if (open_.size() > PageTree::deepest) {
      open_.push_back({&node.v.element.children, 0, parent});
      return true;
    }
    return add_element(node.v.element, parent);
  }

  bool add_text(const char* text, NodeIndex parent) {
    if (parent == no_node) return true;
    return push({.tag = Tag::text, .parent = parent}, text);
  }

  bool add_element(const GumboElement& element, NodeIndex parent) {
    const Tag tag = tags_of_gumbo()[element.tag];
    const auto node = static_cast<NodeIndex>(tree_.nodes_.size());
    PageNode made{.tag = tag,
                  .parent = parent,
                  .attributes_begin = static_cast<std::uint32_t>(tree_.attributes_.size())};
    made.attributes_count = add_attributes(element);
    if (!push(made, {})) return false;
    if (tag == Tag::body) tree_.body_ = node;
    open_.push_back({&element.children, 0, node});
    return true;
  }

  bool push(PageNode node, std::string_view text) {
    if (tree_.nodes_.size() == PageTree::most_nodes) return false;
    node.text_begin = store(text);
    node.text_size = static_cast<std::uint32_t>(text.size());
    node.end = static_cast<NodeIndex>(tree_.nodes_.size() + 1);
    tree_.nodes_.push_back(node);
    return true;
  }

  std::uint16_t add_attributes(const GumboElement& element) {
    std::uint16_t count = 0;
    for (const auto& [name, attribute] : kept) {
      const GumboAttribute* const found = gumbo_get_attribute(&element.attributes, name.data());
      if (found == nullptr) continue;
      const std::string_view value = found->value;
      if (value.size() > longest_attribute) continue;
      tree_.attributes_.push_back({attribute, store(value), static_cast<std::uint32_t>(value.size())});
      ++count;
    }
    return count;
  }

  std::uint32_t store(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(tree_.strings_.size());
    tree_.strings_ += text;
    return begin;
  }

  PageTree tree_;
  std::vector<Open> open_;
};

std::optional<PageTree> parse_page(std::string_view html) {
  std::optional<PageTree> tree;
  parse_guarded(without_silent_markup(html), {},
                [&](const GumboNode& document) { tree = PageTreeBuilder().build(document); });
  return tree;
}

}  // namespace fihrist
