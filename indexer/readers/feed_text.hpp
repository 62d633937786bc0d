// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of feeds and exports, which may be plain, HTML, or one that calls itself the other.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/xml_tree.hpp"

namespace fihrist {

/// A text as the source wrote it.
struct WrittenText {
  std::string value;
  bool is_html = false;

  bool empty() const noexcept { return value.empty(); }
};

/// The text of an Atom element by its `type` (RFC 4287, section 3.1 and 4.1.3) and, in Atom 0.3, `mode`:
/// plain, escaped HTML, elements of XHTML, base64.
WrittenText atom_text(XmlNode node);

/// The text of an RSS element, which is HTML or plain as it comes; elements in it count as HTML.
WrittenText rss_text(XmlNode node);

/// Either, by the element's namespace.
WrittenText written_text(XmlNode node);

/// One line, markup and references resolved when it is HTML. Where it may be plain, only tags that HTML has
/// are tags: «قائمة <int> في C++» keeps its brackets.
std::string line_of(const WrittenText& text);

/// Paragraphs. HTML without any tag for paragraphs and lines is as good as plain: an empty line parts
/// paragraphs.
std::string paragraphs_of(const WrittenText& text);

}  // namespace fihrist
