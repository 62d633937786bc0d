// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabularies of feeds and exports, known by their namespace and not by the prefix somebody chose.
#pragma once

#include <cstdint>
#include <string_view>

namespace fihrist {

enum class XmlSpace : std::uint8_t {
  none,  ///< no namespace, and those of RSS 0.9x, 1.0 and 2.0
  atom,  ///< Atom 0.3 and 1.0
  rdf,
  dublin_core,
  dublin_core_terms,
  content,
  excerpt,  ///< of WordPress
  wordpress,
  media,
  itunes,
  blogger,  ///< of Takeout
  google_data,
  thread,
  app,
  feedburner,
  tombstone,
  slash,
  xhtml,
  xml,
  mediawiki,
  sitemap,
  news,  ///< of sitemaps
  other
};

struct XmlName {
  XmlSpace space = XmlSpace::none;
  std::string_view local;

  friend bool operator==(const XmlName&, const XmlName&) = default;
};

/// Versions, letter case, "https" and a slash at the end make no difference in a URI. With an empty one,
/// which an undeclared prefix has, the prefix decides, by what it is used for everywhere.
XmlSpace xml_space(std::string_view uri, std::string_view prefix);

}  // namespace fihrist
