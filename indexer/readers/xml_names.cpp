// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of URIs and prefixes.
#include "indexer/readers/xml_names.hpp"

#include <algorithm>
#include <string>

#include "analysis/ascii.hpp"

namespace fihrist {
namespace {

struct Uri {
  std::string_view begins;  ///< without scheme and final slash, in lower case
  XmlSpace space;
  bool whole = true;  ///< false: versions follow
};

constexpr Uri uris[] = {
    {"//backend.userland.com/rss", XmlSpace::none, false},
    {"//blogs.law.harvard.edu/tech/rss", XmlSpace::none, false},
    {"//purl.org/rss/1.0", XmlSpace::none},
    {"//purl.org/rss/1.0/modules/rss091", XmlSpace::none, false},
    {"//my.netscape.com/rdf/simple/0.9", XmlSpace::none},
    {"//channel.netscape.com/rdf/simple/0.9", XmlSpace::none},
    {"//purl.org/net/rss1.1", XmlSpace::none, false},
    {"//www.w3.org/2005/atom", XmlSpace::atom},
    {"//purl.org/atom/ns", XmlSpace::atom, false},
    {"//purl.org/echo", XmlSpace::atom},
    {"//purl.org/pie", XmlSpace::atom},
    {"//example.com/necho", XmlSpace::atom},
    {"//example.com/newformat", XmlSpace::atom, false},
    {"uri/of/echo/namespace", XmlSpace::atom, false},
    {"//www.w3.org/1999/02/22-rdf-syntax-ns", XmlSpace::rdf, false},
    {"//purl.org/dc/elements/1.", XmlSpace::dublin_core, false},
    {"//purl.org/dc/terms", XmlSpace::dublin_core_terms},
    {"//purl.org/rss/1.0/modules/content", XmlSpace::content},
    {"//purl.org/rss/1.0/modules/slash", XmlSpace::slash},
    {"//wordpress.org/export/", XmlSpace::wordpress, false},
    {"//search.yahoo.com/mrss", XmlSpace::media},
    {"//www.itunes.com/dtds/podcast-1.0.dtd", XmlSpace::itunes},
    {"//www.itunes.com/dtds/pod", XmlSpace::itunes, false},
    {"//example.com/dtds/podcast-1.0.dtd", XmlSpace::itunes},
    {"//schemas.google.com/blogger/", XmlSpace::blogger, false},
    {"//schemas.google.com/g/2005", XmlSpace::google_data},
    {"//purl.org/syndication/thread/1.0", XmlSpace::thread},
    {"//www.w3.org/2007/app", XmlSpace::app},
    {"//purl.org/atom/app", XmlSpace::app, false},
    {"//rssnamespace.org/feedburner/ext/1.0", XmlSpace::feedburner},
    {"//purl.org/atompub/tombstones/1.0", XmlSpace::tombstone},
    {"//www.w3.org/1999/xhtml", XmlSpace::xhtml},
    {"//www.w3.org/xml/1998/namespace", XmlSpace::xml},
    {"//www.mediawiki.org/xml/export-", XmlSpace::mediawiki, false},
    {"//www.sitemaps.org/schemas/sitemap/", XmlSpace::sitemap, false},
    {"//www.google.com/schemas/sitemap/", XmlSpace::sitemap, false},
    {"//www.google.com/schemas/sitemap-news/", XmlSpace::news, false},
};

struct Prefix {
  std::string_view prefix;
  XmlSpace space;
};

constexpr Prefix prefixes[] = {{"atom", XmlSpace::atom},
                               {"a10", XmlSpace::atom},
                               {"rdf", XmlSpace::rdf},
                               {"dc", XmlSpace::dublin_core},
                               {"dcterms", XmlSpace::dublin_core_terms},
                               {"content", XmlSpace::content},
                               {"excerpt", XmlSpace::excerpt},
                               {"wp", XmlSpace::wordpress},
                               {"media", XmlSpace::media},
                               {"itunes", XmlSpace::itunes},
                               {"blogger", XmlSpace::blogger},
                               {"gd", XmlSpace::google_data},
                               {"thr", XmlSpace::thread},
                               {"app", XmlSpace::app},
                               {"feedburner", XmlSpace::feedburner},
                               {"at", XmlSpace::tombstone},
                               {"slash", XmlSpace::slash},
                               {"news", XmlSpace::news},
                               {"xhtml", XmlSpace::xhtml},
                               {"xml", XmlSpace::xml}};

std::string comparable(std::string_view uri) {
  std::string key(uri);
  for (char& c : key) c = to_ascii_lower(c);
  for (const std::string_view scheme : {"https:", "http:"})
    if (key.starts_with(scheme)) key.erase(0, scheme.size());
  while (key.ends_with('/') || key.ends_with('#')) key.pop_back();
  return key;
}

XmlSpace by_prefix(std::string_view prefix) {
  const auto* const found = std::find_if(std::begin(prefixes), std::end(prefixes),
                                         [&](const Prefix& one) { return one.prefix == prefix; });
  return found == std::end(prefixes) ? XmlSpace::other : found->space;
}

}  // namespace

XmlSpace xml_space(std::string_view uri, std::string_view prefix) {
  if (uri.empty()) return prefix.empty() ? XmlSpace::none : by_prefix(prefix);
  const std::string key = comparable(uri);
  // Both versions of the export have the excerpt's namespace below their own.
  if (key.starts_with("//wordpress.org/export/") && key.ends_with("/excerpt")) return XmlSpace::excerpt;
  const auto* const found = std::find_if(std::begin(uris), std::end(uris), [&](const Uri& one) {
    return one.whole ? key == one.begins : key.starts_with(one.begins);
  });
  return found == std::end(uris) ? by_prefix(prefix) : found->space;
}

}  // namespace fihrist
