// SPDX-License-Identifier: GPL-3.0-or-later
// One item of RSS or entry of Atom as an article.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/reader.hpp"
#include "indexer/readers/xml_records.hpp"

namespace fihrist {

/// What a feed says of all its items, as far as it was met.
struct FeedHead {
  std::string id;
  std::string title;
  std::string link;
  std::vector<std::string> authors;
};

/// Takes what a child of the feed or channel says.
void read_feed_head(XmlNode element, FeedHead& head);

/// Fields in the order in which they are believed (docs/formats.md has the table):
///   title    title, dc:title, media:title
///   text     content:encoded, atom:content, xhtml:body, description or summary
///   url      feedburner:origLink, link rel=alternate, link, guid unless isPermaLink="false", rdf:about
///   id       guid, atom:id, rdf:about; a guid that is no URI counts within its feed only
///   date     published, issued, pubDate, dc:date, dcterms:issued, dcterms:created, else that of the update
/// Tidied (finish_article).
ReadArticle read_feed_item(const XmlRecord& record, const FeedHead& head);

/// A deleted-entry (RFC 6721): the id to remove.
ReadArticle read_tombstone(const XmlRecord& record, const FeedHead& head);

/// Addresses in the element and above it are relative to this.
std::string base_of(XmlNode node, const std::string& outer);

/// The id of an article that its source names `native`: character by character the same when it is a URI (RFC
/// 4287, section 4.2.6.1), else within its feed.
std::string feed_identity(const std::string& native, const FeedHead& head);

}  // namespace fihrist
