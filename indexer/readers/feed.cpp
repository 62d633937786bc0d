// SPDX-License-Identifier: GPL-3.0-or-later
// Items of feeds, one by one, with what their feed says of itself.
#include "indexer/readers/feed.hpp"

#include <utility>

#include "indexer/readers/feed_item.hpp"
#include "indexer/readers/xml_article.hpp"
#include "indexer/readers/xml_records.hpp"
#include "indexer/readers/xml_sniff.hpp"

namespace fihrist {
namespace {

constexpr XmlName feed_records[] = {
    {XmlSpace::none, "item"}, {XmlSpace::atom, "entry"}, {XmlSpace::tombstone, "deleted-entry"}};

}  // namespace

int FeedReader::sniff(std::string_view head, std::string_view) const {
  const XmlBeginning beginning = xml_beginning(head);
  if (beginning.root == "rss" || beginning.root == "feed") return 90;
  if (beginning.root == "RDF")
    return beginning.tag.find("rss") != std::string::npos ||
                   beginning.tag.find("netscape") != std::string::npos
               ? 90
               : 0;
  return beginning.root == "channel" || beginning.root == "item" || beginning.root == "entry" ? 60 : 0;
}

void FeedReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  read_feed_items(
      bytes, name,
      [&](ReadArticle&& item) {
        // Plugins of the site add their lines to what the feed sends.
        item.framed = true;
        give_article(std::move(item), name, sink);
      },
      sink.reject);
}

void read_feed_items(ByteSource& bytes, const std::string& name,
                     const std::function<void(ReadArticle&&)>& item,
                     const std::function<void(Reject&&)>& reject) {
  FeedHead head;
  const auto take = [&](const XmlRecord& record) {
    const bool deleted = record.element.name().space == XmlSpace::tombstone;
    item(deleted ? read_tombstone(record, head) : read_feed_item(record, head));
  };
  read_xml_records(bytes, name, {.records = feed_records},
                   {.record = take,
                    .head = [&](XmlNode element) { read_feed_head(element, head); },
                    .document = [&](XmlNode) { head = {}; },
                    .reject = reject});
}

}  // namespace fihrist
