// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses, passed over one by one; what is said of them goes on to the pages themselves.
#include "indexer/readers/sitemap.hpp"

#include <utility>

#include "analysis/date.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/xml_article.hpp"
#include "indexer/readers/xml_records.hpp"
#include "indexer/readers/xml_sniff.hpp"

namespace fihrist {
namespace {

constexpr XmlName sitemap_records[] = {{XmlSpace::sitemap, "url"},
                                       {XmlSpace::sitemap, "sitemap"},
                                       {XmlSpace::none, "url"},
                                       {XmlSpace::none, "sitemap"}};

std::string line_of(XmlNode parent, XmlSpace space, std::string_view local) {
  const XmlNode node = parent.child(space, local);
  return node ? tidy_line(node.text()) : std::string();
}

/// Sitemaps of news tell when an article appeared, the others when its page was last changed.
ListedPage page_of(XmlNode entry) {
  const XmlSpace space = entry.name().space;
  const XmlNode news = entry.child(XmlSpace::news, "news");
  ListedPage page{.url = line_of(entry, space, "loc")};
  if (news) {
    page.title = line_of(news, XmlSpace::news, "title");
    page.date = parse_date(line_of(news, XmlSpace::news, "publication_date"));
  }
  if (!page.date) page.date = parse_date(line_of(entry, space, "lastmod"));
  return page;
}

}  // namespace

int SitemapReader::sniff(std::string_view head, std::string_view) const {
  const std::string root = xml_beginning(head).root;
  return root == "urlset" || root == "sitemapindex" ? 100 : 0;
}

void SitemapReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  read_xml_records(bytes, name, {.records = sitemap_records},
                   {.record =
                        [&](const XmlRecord& record) {
                          if (record.element.name().local == "url" && sink.listed) {
                            ListedPage page = page_of(record.element);
                            if (!page.url.empty() && (page.date || !page.title.empty()))
                              sink.listed(std::move(page));
                          }
                          sink.skip(skip_of(record, name, "not_article", "an address in a sitemap"));
                        },
                    .reject = [&](Reject&& reject) { sink.reject(std::move(reject)); }});
}

}  // namespace fihrist
