// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of what <meta> and <link> are called.
#include "indexer/extraction/meta_tags.hpp"

#include <algorithm>
#include <string>

#include "analysis/ascii.hpp"
#include "indexer/plain_text.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {
namespace {

struct Meta {
  std::string name;  ///< name, property or itemprop, in lower case
  std::string_view content;
};

std::vector<Meta> metas_of(const PageTree& tree) {
  std::vector<Meta> metas;
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (tree.tag(node) != Tag::meta) continue;
    const std::string_view content = trimmed(tree.attribute(node, Attribute::content));
    if (content.empty()) continue;
    for (const Attribute attribute : {Attribute::property, Attribute::name})
      if (const std::string_view name = tree.attribute(node, attribute); !name.empty())
        metas.push_back({lower_ascii(name), content});
  }
  return metas;
}

std::string_view content_of(const std::vector<Meta>& metas, std::string_view name) {
  const auto found =
      std::find_if(metas.begin(), metas.end(), [&](const Meta& meta) { return meta.name == name; });
  return found == metas.end() ? std::string_view() : found->content;
}

void add_once(std::vector<std::string>& to, std::string_view value) {
  std::string tidy = tidy_line(value);
  if (!tidy.empty() && std::find(to.begin(), to.end(), tidy) == to.end()) to.push_back(std::move(tidy));
}

void read_links(const PageTree& tree, PageMetadata& found) {
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (tree.tag(node) != Tag::link) continue;
    const std::string_view href = trimmed(tree.attribute(node, Attribute::href));
    if (!is_web_address(href)) continue;
    const std::string rel = lower_ascii(tree.attribute(node, Attribute::rel));
    if (rel == "canonical") found.fill(found.article.url, "url", href, "<link rel=canonical>");
    if (rel == "shortlink" || rel == "amphtml") add_once(found.article.alias_urls, href);
  }
}

}  // namespace

void read_meta_tags(const PageTree& tree, PageMetadata& found) {
  const std::vector<Meta> metas = metas_of(tree);
  Article& to = found.article;
  const auto take = [&](std::string& field, std::string_view name, std::string_view meta) {
    found.fill(field, name, content_of(metas, meta), meta);
  };
  read_links(tree, found);
  const std::string type = lower_ascii(content_of(metas, "og:type"));
  if (type == "article" && found.kind == DeclaredKind::unknown) found.kind = DeclaredKind::article;
  found.fill_date(to.date, "date", content_of(metas, "article:published_time"), "article:published_time");
  found.fill_date(to.updated, "updated", content_of(metas, "article:modified_time"), "article:modified_time");
  found.fill_date(to.updated, "updated", content_of(metas, "og:updated_time"), "og:updated_time");
  take(to.title, "title", "og:title");
  take(to.title, "title", "twitter:title");
  take(to.source, "source", "og:site_name");
  take(to.summary, "summary", "og:description");
  take(to.summary, "summary", "description");
  if (is_web_address(content_of(metas, "og:url"))) take(to.url, "url", "og:url");
  for (const std::string_view name :
       {"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"})
    if (const std::string_view author = content_of(metas, name); to.authors.empty() && !author.empty())
      if (!is_web_address(author)) {
        add_once(to.authors, author);
        found.origins.push_back({"author", std::string(name)});
      }
  const bool tagged = !to.tags.empty();
  for (const Meta& meta : metas)
    if (meta.name == "article:tag" && !tagged) add_once(to.tags, meta.content);
  if (!tagged && !to.tags.empty()) found.origins.push_back({"tags", "article:tag"});
}

void read_meta_dates(const PageTree& tree, PageMetadata& found) {
  constexpr std::string_view names[] = {"date",
                                        "dc.date",
                                        "dc.date.issued",
                                        "dcterms.created",
                                        "dcterms.issued",
                                        "dc.date.created",
                                        "dcterms.date",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "publish_date",
                                        "published_date",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "article.published",
                                        "citation_publication_date",
                                        "citation_date",
                                        "date.issued",
                                        "datepublished",
                                        "creationdatetime",
                                        "originalpublicationdate",
                                        "og:published_time",
                                        "published_time",
                                        "article_date_original"};
  const std::vector<Meta> metas = metas_of(tree);
  for (const std::string_view name : names)
    found.fill_date(found.article.date, "date", content_of(metas, name), "<meta " + std::string(name) + ">");
}

}  // namespace fihrist
