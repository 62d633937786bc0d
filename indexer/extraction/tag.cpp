// SPDX-License-Identifier: GPL-3.0-or-later
// Names of elements, in the order of the enumeration.
#include "indexer/extraction/tag.hpp"

#include <array>
#include <unordered_map>

namespace fihrist {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Tag::last)> names{
    "text",    "other",   "html",       "head",    "title",    "meta",    "link",   "script",     "body",
    "article", "main",    "section",    "div",     "center",   "p",       "pre",    "blockquote", "header",
    "footer",  "nav",     "aside",      "form",    "fieldset", "address", "hgroup", "h1",         "h2",
    "h3",      "h4",      "h5",         "h6",      "ul",       "ol",      "li",     "dl",         "dt",
    "dd",      "menu",    "table",      "caption", "thead",    "tbody",   "tfoot",  "tr",         "td",
    "th",      "figure",  "figcaption", "details", "summary",  "hr",      "br",     "a",          "span",
    "b",       "strong",  "i",          "em",      "u",        "font",    "code",   "time",       "img",
    "label",   "frameset"};

}  // namespace

Tag tag_named(std::string_view name) {
  static const auto table = [] {
    std::unordered_map<std::string_view, Tag> made;
    for (std::size_t i = static_cast<std::size_t>(Tag::html); i < names.size(); ++i)
      made.emplace(names[i], static_cast<Tag>(i));
    return made;
  }();
  const auto found = table.find(name);
  return found == table.end() ? Tag::other : found->second;
}

std::string_view name_of(Tag tag) { return names[static_cast<std::size_t>(tag)]; }

bool is_block(Tag tag) {
  return (tag >= Tag::body && tag <= Tag::hr) || tag == Tag::html || tag == Tag::frameset;
}

}  // namespace fihrist
