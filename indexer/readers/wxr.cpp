// SPDX-License-Identifier: GPL-3.0-or-later
// Items of a WordPress export as articles, with what the export says before them.
#include "indexer/readers/wxr.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "indexer/plain_text.hpp"
#include "indexer/readers/feed_text.hpp"
#include "indexer/readers/wordpress_text.hpp"
#include "indexer/readers/xml_article.hpp"
#include "indexer/readers/xml_records.hpp"
#include "indexer/readers/xml_sniff.hpp"

namespace fihrist {
namespace {

using enum XmlSpace;

constexpr XmlName wxr_records[] = {{none, "item"}};
constexpr XmlName dropped[] = {{wordpress, "comment_content"}, {wordpress, "meta_value"}};

struct Blog {
  std::string title;
  std::string address;
  std::map<std::string, std::string> names;  ///< of authors, by login
};

std::string field(XmlNode node, XmlSpace space, std::string_view local) {
  return std::string(trimmed(node.child(space, local).text()));
}

void take_head(XmlNode element, Blog& blog) {
  if (element.is(none, "title")) blog.title = line_of(rss_text(element));
  if (element.is(none, "link") && blog.address.empty()) blog.address = trimmed(element.text());
  if (element.is(wordpress, "base_blog_url")) blog.address = trimmed(element.text());
  if (element.is(wordpress, "author"))
    blog.names[field(element, wordpress, "author_login")] = field(element, wordpress, "author_display_name");
}

/// Reference: WordPress, wp-includes/post.php, the built-in statuses.
std::string withheld_by_wordpress(std::string_view status) {
  if (status == "publish" || status.empty()) return {};
  if (status == "future") return "scheduled";
  return status == "private" ? "private" : status == "trash" ? "trashed" : "draft";
}

/// Drafts have "0000-00-00 00:00:00", and a pubDate of the year before the first.
bool is_no_date(std::string_view text) {
  return text.starts_with("0000") || text.find(" -0001 ") != std::string_view::npos;
}

std::optional<Date> wordpress_date(const std::string& text, ReadArticle& read) {
  return is_no_date(text) ? std::nullopt : field_date(text, read);
}

/// The local time, with the zone that the time in Greenwich beside it shows.
std::optional<Date> zoned(std::optional<Date> local, const std::optional<Date>& greenwich) {
  constexpr std::int64_t quarter = std::int64_t{15} * 60;
  constexpr std::int64_t furthest = std::int64_t{14} * 60 * 60;
  if (!local || !greenwich) return local;
  const std::int64_t offset = civil_seconds(*local) - civil_seconds(*greenwich);
  if (offset % quarter == 0 && offset >= -furthest && offset <= furthest)
    local->utc_offset_minutes = static_cast<std::int16_t>(offset / 60);
  return local;
}

std::optional<Date> date_of(XmlNode item, std::string_view which, ReadArticle& read) {
  const std::string name = "post_" + std::string(which);
  auto greenwich = wordpress_date(field(item, wordpress, name + "_gmt"), read);
  auto local = zoned(wordpress_date(field(item, wordpress, name), read), greenwich);
  if (local || !greenwich) return local;
  greenwich->utc_offset_minutes = 0;
  return greenwich;
}

std::vector<std::string> tags_of(XmlNode item) {
  std::vector<std::string> tags;
  for (XmlNode node = item.first_child(); node; node = node.next()) {
    if (!node.is(none, "category") || node.attribute("nicename") == "uncategorized") continue;
    const std::string_view domain = node.attribute("domain");
    if (domain.empty() || domain == "category" || domain == "post_tag" || domain == "tag")
      tags.push_back(line_of(rss_text(node)));
  }
  return tags;
}

std::uint32_t comments_of(XmlNode item) {
  std::uint32_t count = 0;
  for (XmlNode node = item.first_child(); node; node = node.next())
    if (node.is(wordpress, "comment")) {
      const std::string approved = field(node, wordpress, "comment_approved");
      count += approved.empty() || approved == "1" ? 1U : 0U;
    }
  return count;
}

std::string author_of(XmlNode item, const Blog& blog) {
  std::string login = field(item, dublin_core, "creator");
  const auto found = blog.names.find(login);
  return found == blog.names.end() || found->second.empty() ? login : found->second;
}

std::string identity_in(XmlNode item, const Blog& blog) {
  const std::string number = field(item, wordpress, "post_id");
  if (number.empty() || blog.address.empty()) return field(item, none, "guid");
  std::string_view address = blog.address;
  while (address.ends_with('/')) address.remove_suffix(1);
  return std::string(address) + "/?p=" + number;
}

ReadArticle read_post(const XmlRecord& record, const Blog& blog) {
  ReadArticle read;
  Article& article = read.article;
  const XmlNode item = record.element;
  article.id = identity_in(item, blog);
  article.title = line_of(rss_text(item.child(none, "title")));
  article.url = field(item, none, "link");
  article.text = wordpress_text(rss_text(item.child(content, "encoded")).value);
  article.summary = wordpress_text(rss_text(item.child(excerpt, "encoded")).value);
  article.authors = {author_of(item, blog)};
  article.source = blog.title;
  article.tags = tags_of(item);
  article.comments = comments_of(item);
  article.date = date_of(item, "date", read);
  if (!article.date) article.date = wordpress_date(field(item, none, "pubDate"), read);
  article.updated = date_of(item, "modified", read);
  read.withheld = withheld_by_wordpress(field(item, wordpress, "status"));
  if (read.withheld.empty() && !field(item, wordpress, "post_password").empty()) read.withheld = "password";
  finish_article(read, record);
  return read;
}

/// The same words for all of a type, which WordPress lets plugins add to.
std::string type_message(const std::string& type) {
  return type.empty() ? "an item of a WordPress export without a type"
                      : "an item of a WordPress export of the type " + type;
}

}  // namespace

int WxrReader::sniff(std::string_view head, std::string_view) const {
  const XmlBeginning beginning = xml_beginning(head);
  const bool is_export = beginning.tag.find("//wordpress.org/export/") != std::string::npos ||
                         head.find("<wp:wxr_version>") != std::string_view::npos;
  return beginning.root == "rss" && is_export ? 100 : 0;
}

void WxrReader::read(ByteSource& bytes, const std::string& name, const ReaderSink& sink) const {
  Blog blog;
  const auto take = [&](const XmlRecord& record) {
    const std::string type = tidy_line(field(record.element, wordpress, "post_type"));
    if (type == "post") return give_article(read_post(record, blog), name, sink);
    sink.skip(skip_of(record, name, "not_article", type_message(type)));
  };
  read_xml_records(bytes, name, {.records = wxr_records, .dropped = dropped},
                   {.record = take,
                    .head = [&](XmlNode element) { take_head(element, blog); },
                    .document = [&](XmlNode) { blog = {}; },
                    .reject = [&](Reject&& reject) { sink.reject(std::move(reject)); }});
}

}  // namespace fihrist
