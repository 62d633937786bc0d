// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of items, looked for in the order of trust.
#include "indexer/readers/feed_item.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "indexer/page_lexicon.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/readers/feed_person.hpp"
#include "indexer/readers/feed_text.hpp"
#include "indexer/readers/xml_article.hpp"
#include "indexer/readers/xml_base.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {
namespace {

using enum XmlSpace;
using Names = std::initializer_list<XmlName>;

constexpr XmlName titles[] = {{atom, "title"}, {none, "title"}, {dublin_core, "title"}, {media, "title"}};
constexpr XmlName contents[] = {{content, "encoded"}, {atom, "content"},  {xhtml, "body"},
                                {xhtml, "div"},       {none, "fullitem"}, {none, "body"}};
constexpr XmlName summaries[] = {{none, "description"},        {atom, "summary"},
                                 {dublin_core, "description"}, {dublin_core_terms, "abstract"},
                                 {itunes, "summary"},          {media, "description"}};
constexpr XmlName published[] = {{atom, "published"},
                                 {atom, "issued"},
                                 {none, "pubDate"},
                                 {dublin_core, "date"},
                                 {dublin_core_terms, "issued"},
                                 {dublin_core_terms, "created"},
                                 {atom, "created"},
                                 {none, "pubdate"},
                                 {none, "date"}};
constexpr XmlName updated[] = {
    {atom, "updated"}, {atom, "modified"}, {dublin_core_terms, "modified"}, {dublin_core, "modified"}};
constexpr XmlName comment_counts[] = {{slash, "comments"}, {thread, "total"}};

/// The first of these that says something.
template <std::size_t count, typename Read>
auto first_of(XmlNode item, const XmlName (&names)[count], Read read) -> decltype(read(item)) {
  for (const XmlName& name : names)
    for (XmlNode node = item.first_child(); node; node = node.next())
      if (node.name() == name)
        if (auto found = read(node); !(found == decltype(found){})) return found;
  return {};
}

std::string trimmed_text(XmlNode node) { return std::string(trimmed(node.text())); }

std::string title_of(XmlNode item) {
  return first_of(item, titles, [](XmlNode node) { return tidy_line(line_of(written_text(node))); });
}

template <std::size_t count>
std::string text_of(XmlNode item, const XmlName (&names)[count]) {
  // Tidied once, when the article is finished.
  return first_of(item, names, [](XmlNode node) {
    std::string text = paragraphs_of(written_text(node));
    return trimmed(text).empty() ? std::string() : text;
  });
}

/// Links of an item by what they are for.
struct ItemLinks {
  std::string original;   ///< where feedburner took it from
  std::string alternate;  ///< the page of the item
  std::string plain;      ///< text of an RSS link
  std::string permanent;  ///< guid
};

void take_atom_link(XmlNode node, const std::string& base, ItemLinks& links) {
  const std::string_view relation = node.attribute("rel");
  if (!relation.empty() && relation != "alternate" && !relation.ends_with("/alternate")) return;
  const std::string_view href = trimmed(node.attribute("href"));
  const std::string written = href.empty() ? trimmed_text(node) : std::string(href);
  if (written.empty()) return;
  // The page is HTML; other alternates are the same in another form.
  const std::string_view type = node.attribute("type");
  const bool is_page = type.empty() || type.find("html") != std::string_view::npos;
  if (links.alternate.empty() || (is_page && node.attribute("hreflang").empty() && links.alternate.empty()))
    links.alternate = resolved_uri(written, base_of(node, base));
}

ItemLinks links_of(XmlNode item, const std::string& base) {
  ItemLinks links;
  for (XmlNode node = item.first_child(); node; node = node.next()) {
    const auto [space, local] = node.name();
    if (space == atom && local == "link") take_atom_link(node, base, links);
    if (space == feedburner && local == "origLink") links.original = trimmed_text(node);
    if (space == none && local == "link") {
      const std::string text = trimmed_text(node);
      if (text.empty())
        take_atom_link(node, base, links);
      else if (links.plain.empty())
        links.plain = resolved_uri(text, base_of(node, base));
    }
    if (space == none && local == "guid" && node.attribute("isPermaLink") != "false")
      if (const std::string text = trimmed_text(node); is_web_address(text)) links.permanent = text;
  }
  const std::string about(item.attribute("about", rdf));
  if (links.permanent.empty() && is_web_address(about)) links.permanent = about;
  return links;
}

void take_links(const ItemLinks& links, Article& article) {
  for (const std::string* link : {&links.original, &links.plain, &links.alternate, &links.permanent}) {
    if (link->empty()) continue;
    if (article.url.empty() && !is_link_shortener(site_of(*link)))
      article.url = *link;
    else if (is_link_shortener(site_of(*link)) || link == &links.plain || link == &links.alternate)
      article.alias_urls.push_back(*link);
  }
}

std::string native_id(XmlNode item) {
  for (XmlNode node = item.first_child(); node; node = node.next())
    if (node.is(atom, "id") || node.is(none, "guid"))
      if (std::string id = trimmed_text(node); !id.empty()) return id;
  return std::string(trimmed(item.attribute("about", rdf)));
}

void take_tag(XmlNode node, std::vector<std::string>& tags) {
  // What a Blogger entry is, is said by a category.
  if (node.attribute("scheme").ends_with("g/2005#kind")) return;
  if (node.is(none, "category") || node.is(atom, "category")) {
    const std::string_view label = node.attribute("label");
    const std::string_view term = node.attribute("term");
    tags.emplace_back(!label.empty() ? label : term);
    if (tags.back().empty()) tags.back() = line_of(rss_text(node));
  } else if (node.is(dublin_core, "subject")) {
    tags.push_back(line_of(rss_text(node)));
  } else if (node.is(itunes, "keywords")) {
    const std::string words = node.text();
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(',', at), words.size());
      tags.push_back(words.substr(at, end - at));
      at = end + 1;
    }
  }
}

/// The older form of the content module: content:items, of values in a bag of RDF.
std::string bagged_text(XmlNode item) {
  const XmlNode bag = item.child(content, "items").child(rdf, "Bag");
  for (XmlNode one = bag.first_child(); one; one = one.next())
    if (const XmlNode value = one.child(content, "item").child(rdf, "value"))
      if (const WrittenText text = rss_text(value); !text.empty()) return paragraphs_of(text);
  return {};
}

std::string source_of(XmlNode item, const FeedHead& head) {
  if (const XmlNode title = item.child(atom, "source").child(atom, "title")) return line_of(atom_text(title));
  if (const XmlNode source = item.child(none, "source")) {
    if (const XmlNode title = source.child(none, "title")) return line_of(rss_text(title));
    if (std::string name = tidy_line(line_of(rss_text(source))); !name.empty()) return name;
  }
  return head.title;
}

/// Draft or not: RFC 5023, section 13.1.1.
bool is_draft(XmlNode item) { return trimmed_text(item.child(app, "control").child(app, "draft")) == "yes"; }

}  // namespace

std::string base_of(XmlNode node, const std::string& outer) {
  if (!node) return outer;
  const std::string above = base_of(node.parent(), outer);
  const std::string_view own = node.attribute("base", xml);
  return own.empty() ? above : resolved_uri(own, above);
}

std::string feed_identity(const std::string& native, const FeedHead& head) {
  if (native.empty() || has_scheme(native)) return native;
  const std::string& scope = head.id.empty() ? head.link : head.id;
  return scope.empty() ? native : scope + '#' + native;
}

void read_feed_head(XmlNode element, FeedHead& head) {
  const auto [space, local] = element.name();
  if ((space == atom || space == none) && local == "title" && head.title.empty())
    head.title = tidy_line(line_of(written_text(element)));
  if (space == atom && local == "id") head.id = trimmed_text(element);
  if (space == none && local == "link" && head.link.empty()) head.link = trimmed_text(element);
  if (space == atom && local == "link" && element.attribute("rel") != "self" && head.link.empty())
    head.link = element.attribute("href");
  if (space == atom && local == "author") head.authors.push_back(person_of(element));
}

ReadArticle read_feed_item(const XmlRecord& record, const FeedHead& head) {
  ReadArticle read;
  Article& article = read.article;
  const XmlNode item = record.element;
  // Feeds of films have their words in the group of their sizes (Media RSS 1.5.1).
  const XmlNode media_group = item.child(media, "group");
  article.title = title_of(item);
  if (article.title.empty()) article.title = title_of(media_group);
  article.text = text_of(item, contents);
  if (article.text.empty()) article.text = bagged_text(item);
  article.summary = text_of(item, summaries);
  if (article.summary.empty()) article.summary = text_of(media_group, summaries);
  if (article.text.empty()) std::swap(article.text, article.summary);
  take_links(links_of(item, record.base.empty() && has_scheme(head.link) ? head.link : record.base), article);
  article.id = feed_identity(native_id(item), head);
  article.authors = authors_of(item);
  if (article.authors.empty() && item.name().space == atom)
    article.authors = authors_of(item.child(atom, "source"));
  if (article.authors.empty() && item.name().space == atom) article.authors = head.authors;
  const auto date = [&](XmlNode node) { return field_date(node.text(), read); };
  article.date = first_of(item, published, date);
  article.updated = first_of(item, updated, date);
  if (!article.date) article.date = article.updated;
  article.comments = first_of(item, comment_counts, [](XmlNode node) { return count_in(node.text()); });
  for (XmlNode node = item.first_child(); node; node = node.next()) take_tag(node, article.tags);
  article.source = source_of(item, head);
  if (is_draft(item)) read.withheld = "draft";
  finish_article(read, record);
  return read;
}

ReadArticle read_tombstone(const XmlRecord& record, const FeedHead& head) {
  ReadArticle read;
  read.deleted = true;
  read.article.id = feed_identity(std::string(trimmed(record.element.attribute("ref"))), head);
  finish_article(read, record);
  return read;
}

}  // namespace fihrist
