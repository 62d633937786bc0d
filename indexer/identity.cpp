// SPDX-License-Identifier: GPL-3.0-or-later
// Ids for articles that came without one.
#include "indexer/identity.hpp"

#include "indexer/web_address.hpp"
#include "schema/varint.hpp"

namespace fihrist {

std::string identity_of(const Article& article) {
  if (!article.id.empty()) return article.id;
  if (!article.url.empty()) return short_hash(normalised_url(article.url));
  std::string content;
  append_text(content, article.source);
  append_text(content, article.title);
  append_text(content, article.text);
  return short_hash(content);
}

}  // namespace fihrist
