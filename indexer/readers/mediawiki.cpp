// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a dump as articles.
#include "indexer/readers/mediawiki.hpp"

#include <algorithm>
#include <utility>

#include "indexer/plain_text.hpp"
#include "indexer/readers/wikitext.hpp"
#include "indexer/readers/xml_article.hpp"
#include "indexer/readers/xml_records.hpp"
#include "indexer/readers/xml_sniff.hpp"

namespace fihrist {
namespace {

using enum XmlSpace;

constexpr XmlName mediawiki_records[] = {{mediawiki, "page"}, {none, "page"}};
constexpr XmlName last_counts[] = {{mediawiki, "revision"}, {none, "revision"}};

struct Wiki {
  std::string name;
  std::string database;
  std::string base;  ///< address of its main page
};

/// A child, in the namespace of dumps or, where that was lost, in none.
XmlNode part(XmlNode node, std::string_view local) {
  const XmlNode found = node.child(mediawiki, local);
  return found ? found : node.child(none, local);
}

std::string wiki_field(XmlNode node, std::string_view local) {
  return std::string(trimmed(part(node, local).text()));
}

void take_head(XmlNode element, Wiki& wiki) {
  if (element.name().local != "siteinfo") return;
  wiki = {.name = wiki_field(element, "sitename"),
          .database = wiki_field(element, "dbname"),
          .base = wiki_field(element, "base")};
}

std::string address_in(const Wiki& wiki, std::string title) {
  const std::size_t slash = wiki.base.rfind('/');
  if (slash == std::string::npos) return {};
  std::replace(title.begin(), title.end(), ' ', '_');
  return wiki.base.substr(0, slash + 1) + title;
}

/// Old dumps have no element for it: the text itself says so.
bool is_redirect(XmlNode page, std::string_view text) {
  return part(page, "redirect") || text.starts_with("#REDIRECT") || text.starts_with("#redirect") ||
         text.starts_with("#تحويل");
}

ReadArticle read_page(const XmlRecord& record, const Wiki& wiki, std::string_view markup) {
  ReadArticle read;
  Article& article = read.article;
  const XmlNode page = record.element;
  const XmlNode revision = part(page, "revision");
  article.title = wiki_field(page, "title");
  WikiPage written = read_wikitext(markup);
  article.text = std::move(written.text);
  article.tags = std::move(written.categories);
  article.url = address_in(wiki, article.title);
  const std::string& scope = wiki.database.empty() ? wiki.base : wiki.database;
  if (const std::string number = wiki_field(page, "id"); !number.empty()) article.id = scope + ':' + number;
  article.authors = {wiki_field(part(revision, "contributor"), "username")};
  article.source = wiki.name;
  article.date = field_date(wiki_field(revision, "timestamp"), read);
  article.updated = article.date;
  finish_article(read, record);
  return read;
}

}  // namespace

int MediaWikiReader::sniff(std::string_view head, std::string_view) const {
  return xml_beginning(head).root == "mediawiki" ? 100 : 0;
}

void MediaWikiReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  Wiki wiki;
  const auto take = [&](const XmlRecord& record) {
    const std::string space = wiki_field(record.element, "ns");
    const std::string markup = part(part(record.element, "revision"), "text").text();
    if (!space.empty() && space != "0")
      return sink.skip(skip_of(record, name, "not_article", "a page of a wiki that is no article of it"));
    if (is_redirect(record.element, trimmed(markup)))
      return sink.skip(skip_of(record, name, "redirect", "a redirect of a wiki"));
    give_article(read_page(record, wiki, markup), name, sink);
  };
  read_xml_records(bytes, name, {.records = mediawiki_records, .last_counts = last_counts},
                   {.record = take,
                    .head = [&](XmlNode element) { take_head(element, wiki); },
                    .document = [&](XmlNode) { wiki = {}; },
                    .reject = [&](Reject&& reject) { sink.reject(std::move(reject)); }});
}

}  // namespace fihrist
