// SPDX-License-Identifier: GPL-3.0-or-later
// A page while its parts are judged: what was dropped and why, and how much text is left where.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extraction/page_tree.hpp"

namespace fihrist {

/// Why a part of a page is not in the article's text.
enum class DropReason : std::uint8_t {
  kept,
  hidden,      ///< the page does not show it
  site_part,   ///< <nav>, <aside>, <footer>, a form, or such a role
  site_name,   ///< its class or id is one of the site's furniture: "sidebar", "comments"
  extra_name,  ///< within the text, its class or id is that of an extra: "share", "related"
  caption,     ///< of a picture
  link_list,   ///< within the text, mostly links
  repeated,    ///< the same paragraph once more
  no_prose,    ///< within the text, Arabic without the small words that sentences have
  lexicon,  ///< a line of the site: «إرسال تعليق», "Share", and what follows the end of the article
  byline,       ///< author, date, tags: they are fields
  title,        ///< the title once more
  syndication,  ///< «التدوينة … ظهرت أولاً على …»
  outside,      ///< not within the part of the page that is the article
};

/// Stable word for `explain`.
std::string_view name_of(DropReason reason);

/// What is below a node, dropped parts left out. Lengths are code points, a run of blanks counts one.
struct NodeMeasures {
  std::uint32_t chars = 0;
  std::uint32_t link_chars = 0;     ///< within <a href>
  std::uint32_t heading_chars = 0;  ///< within <h1> … <h6>
  std::uint32_t commas = 0;         ///< of all scripts: sentences have them, menus do not
  std::uint32_t links = 0;
  std::uint32_t paragraphs = 0;  ///< <p> with text
  std::uint32_t items = 0;       ///< <li>, <dt>, <dd>
  std::uint32_t blocks = 0;      ///< elements that begin a line

  double link_density() const { return chars == 0 ? 0.0 : static_cast<double>(link_chars) / chars; }
};

/// The tree must outlive it. Cheap to copy beside parsing; one thread at a time.
class MarkedPage {
 public:
  explicit MarkedPage(const PageTree& tree);

  const PageTree& tree() const noexcept { return *tree_; }

  /// The node and all below it are no part of the article; the first reason stays.
  void drop(NodeIndex node, DropReason reason);
  /// Of the node itself; ancestors are not asked.
  DropReason reason(NodeIndex node) const { return reasons_[node]; }
  bool is_dropped(NodeIndex node) const { return reasons_[node] != DropReason::kept; }

  /// Counts again; drop() does not.
  void measure();
  /// As of the last measure(); zero for dropped nodes and what is below them.
  const NodeMeasures& of(NodeIndex node) const { return measures_[node]; }

  /// Calls visit(child) for the children that are not dropped.
  template <typename Visit>
  void for_each_child(NodeIndex node, Visit visit) const {
    for (NodeIndex child = tree_->first_child(node); child != no_node; child = tree_->next_sibling(child))
      if (!is_dropped(child)) visit(child);
  }

 private:
  struct OwnText {
    std::uint32_t chars = 0;
    std::uint32_t commas = 0;
  };

  const PageTree* tree_;
  std::vector<OwnText> own_;  ///< of text nodes; counted once
  std::vector<DropReason> reasons_;
  std::vector<NodeMeasures> measures_;
};

}  // namespace fihrist
