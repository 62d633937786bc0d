// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of a Blogger export: those of Atom, with a kind and a state.
#include "indexer/readers/blogger.hpp"

#include <utility>

#include "analysis/ascii.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/feed_item.hpp"
#include "indexer/readers/feed_text.hpp"
#include "indexer/readers/xml_article.hpp"
#include "indexer/readers/xml_base.hpp"
#include "indexer/readers/xml_records.hpp"
#include "indexer/readers/xml_sniff.hpp"

namespace fihrist {
namespace {

using enum XmlSpace;

constexpr XmlName blogger_records[] = {{atom, "entry"}};

std::string blog_field(XmlNode entry, std::string_view local) {
  return std::string(trimmed(entry.child(blogger, local).text()));
}

/// "post", "page", "comment", "settings", "template". Takeout says it in an element, the classic export by a
/// category.
std::string kind_of(XmlNode entry) {
  std::string kind = blog_field(entry, "type");
  for (char& c : kind) c = to_ascii_lower(c);
  for (XmlNode node = entry.first_child(); node && kind.empty(); node = node.next()) {
    const std::string_view term = node.attribute("term");
    if (node.is(atom, "category") && node.attribute("scheme").ends_with("g/2005#kind"))
      kind = term.substr(term.rfind('#') + 1);
  }
  return kind.empty() ? "post" : kind;
}

std::string withheld_by_blogger(std::string_view status) {
  if (status.empty() || status == "LIVE") return {};
  if (status == "SCHEDULED") return "scheduled";
  return status.find("TRASHED") != std::string_view::npos ? "trashed" : "draft";
}

ReadArticle read_post(const XmlRecord& record, const FeedHead& head) {
  ReadArticle read = read_feed_item(record, head);
  Article& article = read.article;
  const XmlNode entry = record.element;
  if (!entry.child(blogger, "type")) return read;
  // Takeout escapes titles twice: "&amp;#39;".
  article.title = tidy_line(line_of({entry.child(atom, "title").text(), true}));
  if (std::string description = tidy_text(blog_field(entry, "metaDescription")); !description.empty())
    article.summary = std::move(description);
  // The address of the blog itself is in none of its files.
  if (article.url.empty() && has_scheme(head.link))
    article.url = resolved_uri(blog_field(entry, "filename"), head.link);
  if (read.withheld.empty()) read.withheld = withheld_by_blogger(blog_field(entry, "status"));
  return read;
}

}  // namespace

int BloggerReader::sniff(std::string_view head, std::string_view) const {
  const XmlBeginning beginning = xml_beginning(head);
  const bool is_export = beginning.tag.find("schemas.google.com/blogger/2018") != std::string::npos ||
                         head.find("schemas.google.com/blogger/2008/kind#") != std::string_view::npos;
  return beginning.root == "feed" && is_export ? 100 : 0;
}

void BloggerReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  FeedHead head;
  const auto take = [&](const XmlRecord& record) {
    const std::string kind = kind_of(record.element);
    if (kind == "post") return give_article(read_post(record, head), name, sink);
    if (kind == "comment")
      return sink.skip(skip_of(record, name, "comment", "a comment of a Blogger export"));
    sink.skip(skip_of(record, name, "not_article",
                      "an entry of a Blogger export that is no post: " + tidy_line(kind)));
  };
  read_xml_records(bytes, name, {.records = blogger_records},
                   {.record = take,
                    .head = [&](XmlNode element) { read_feed_head(element, head); },
                    .document = [&](XmlNode) { head = {}; },
                    .reject = [&](Reject&& reject) { sink.reject(std::move(reject)); }});
}

}  // namespace fihrist
