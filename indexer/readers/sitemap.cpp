// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses, passed over one by one.
#include "indexer/readers/sitemap.hpp"

#include <utility>

#include "indexer/readers/xml_article.hpp"
#include "indexer/readers/xml_records.hpp"
#include "indexer/readers/xml_sniff.hpp"

namespace fihrist {
namespace {

constexpr XmlName records[] = {{XmlSpace::sitemap, "url"},
                               {XmlSpace::sitemap, "sitemap"},
                               {XmlSpace::none, "url"},
                               {XmlSpace::none, "sitemap"}};

}  // namespace

int SitemapReader::sniff(std::string_view head, std::string_view) const {
  const std::string root = xml_beginning(head).root;
  return root == "urlset" || root == "sitemapindex" ? 100 : 0;
}

void SitemapReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  read_xml_records(bytes, name, {.records = records},
                   {.record =
                        [&](const XmlRecord& record) {
                          sink.skip(skip_of(record, name, "not_article", "an address in a sitemap"));
                        },
                    .reject = [&](Reject&& reject) { sink.reject(std::move(reject)); }});
}

}  // namespace fihrist
