// SPDX-License-Identifier: GPL-3.0-or-later
// Parts names from mail addresses.
#include "indexer/readers/feed_person.hpp"

#include <initializer_list>

#include "indexer/plain_text.hpp"
#include "indexer/readers/feed_text.hpp"

namespace fihrist {
namespace {

using enum XmlSpace;

std::string_view between(std::string_view text, char opening, char closing) {
  const std::size_t begin = text.find(opening);
  const std::size_t end = text.rfind(closing);
  if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin) return {};
  return trimmed(text.substr(begin + 1, end - begin - 1));
}

bool is_address(std::string_view text) {
  return text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

std::string outside(std::string_view text, char opening, char closing) {
  const std::size_t begin = text.find(opening);
  const std::size_t end = text.rfind(closing);
  return tidy_line(std::string(text.substr(0, begin)) + ' ' + std::string(text.substr(end + 1)));
}

std::string name_beside(std::string_view text, char opening, char closing) {
  const std::string_view inner = between(text, opening, closing);
  if (inner.empty()) return {};
  const std::string outer = outside(text, opening, closing);
  if (is_address(inner)) return outer.empty() ? std::string(inner) : outer;
  return is_address(outer) ? std::string(inner) : std::string();
}

}  // namespace

std::string person_name(std::string_view written) {
  std::string text = tidy_line(written);
  for (const auto& [opening, closing] : {std::pair('(', ')'), std::pair('<', '>')})
    if (std::string name = name_beside(text, opening, closing); !name.empty()) return name;
  return text;
}

std::string person_of(XmlNode person) {
  for (const XmlSpace space : {atom, none})
    for (const std::string_view part : {"name", "email"})
      if (const XmlNode node = person.child(space, part))
        if (std::string name = tidy_line(node.text()); !name.empty()) return name;
  return person.has_children() ? std::string() : person_name(line_of(rss_text(person)));
}

std::vector<std::string> authors_of(XmlNode item) {
  for (const XmlName& name : std::initializer_list<XmlName>{{atom, "author"},
                                                            {none, "author"},
                                                            {dublin_core, "creator"},
                                                            {dublin_core, "author"},
                                                            {itunes, "author"}}) {
    std::vector<std::string> authors;
    for (XmlNode node = item.first_child(); node; node = node.next())
      if (node.name() == name)
        if (std::string author = person_of(node); !author.empty()) authors.push_back(std::move(author));
    if (!authors.empty()) return authors;
  }
  return {};
}

}  // namespace fihrist
