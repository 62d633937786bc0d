// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata first, since the title is not to be repeated in the text; then what only the text tells.
#include "indexer/extraction/extracted_page.hpp"

#include <algorithm>
#include <utility>

#include "indexer/extraction/page_kind.hpp"
#include "indexer/extraction/saved_page.hpp"
#include "indexer/extraction/visible_dates.hpp"
#include "indexer/web_address.hpp"

namespace fihrist {
namespace {

void add_alias(Article& article, std::string_view url) {
  const bool known =
      normalised_url(url) == normalised_url(article.url) ||
      std::find(article.alias_urls.begin(), article.alias_urls.end(), url) != article.alias_urls.end();
  if (is_web_address(url) && !known) article.alias_urls.emplace_back(url);
}

/// The footer of a feed links the article and the site that had it first.
std::string original_address(const MainContent& content) {
  const PageTree& tree = content.page.tree();
  for (const TextBlock& block : content.blocks) {
    if (block.reason != DropReason::syndication || block.node == no_node) continue;
    for (NodeIndex node = block.node; node < tree[block.node].end; ++node)
      if (const std::string_view href = tree.attribute(node, Attribute::href); is_web_address(href))
        return std::string(href);
  }
  return {};
}

void take_syndication(const MainContent& content, PageMetadata& metadata) {
  if (!content.judgement.syndication) return;
  Article& article = metadata.article;
  article.source = content.judgement.syndication->source;
  metadata.origins.push_back({"source", "the footer of its feed"});
  std::string original = original_address(content);
  if (original.empty() || content.judgement.syndication->title.empty()) return;
  std::swap(article.url, original);
  metadata.origins.push_back({"url", "the footer of its feed"});
  add_alias(article, original);
}

}  // namespace

ExtractedPage extract_page(const PageTree& tree, std::string_view html, const WebPage& page) {
  const SavedFrom saved = read_saved_from(html);
  const std::string url(page.url.empty() ? std::string_view(saved.url) : page.url);
  PageMetadata metadata = read_metadata(tree, url);
  MainContent content = extract_content(tree, metadata.article.title);
  ExtractedPage extracted{.metadata = std::move(metadata),
                          .content = std::move(content),
                          .captured = page.captured ? page.captured : saved.captured};
  extracted.list_kind = kind_of_list(tree, extracted.metadata, extracted.content);
  if (!extracted.list_kind.empty() || extracted.content.blocks.empty()) return extracted;
  read_visible(extracted.content, extracted.captured, extracted.metadata);
  take_syndication(extracted.content, extracted.metadata);
  add_alias(extracted.metadata.article, url);
  return extracted;
}

}  // namespace fihrist
