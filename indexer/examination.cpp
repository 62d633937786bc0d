// SPDX-License-Identifier: GPL-3.0-or-later
// Identity, comparison with the index, and analysis of what is new.
#include "indexer/examination.hpp"

#include "indexer/identity.hpp"
#include "schema/fields.hpp"
#include "schema/record.hpp"

namespace fihrist {

Examined Examiner::examine(Incoming&& incoming) const {
  Examined examined{.read = std::move(incoming.read), .origin = incoming.origin};
  Article& article = examined.read.article;
  if (article.source.empty()) article.source = rules_.source;
  article.id = identity_of(article);
  examined.id_term = term_of(Field::id, article.id);
  examined.buried = rules_.tombstones.buries(article);
  if (examined.buried) return examined;
  examined.record = to_record(article);
  examined.content = digest_of(examined.record);
  if (index_) compare_with_index(examined);
  // Analysis is most of the work, and articles that are as they were need none.
  if (rules_.analyse && !examined.read.deleted && examined.read.withheld.empty() &&
      examined.indexed != examined.content)
    examined.words = words_of(article, rules_.analyzer);
  return examined;
}

void Examiner::compare_with_index(Examined& examined) const {
  const auto found = index_->find(examined.id_term);
  if (!found) return;
  examined.indexed = found->content;
  examined.indexed_origins = index_->origins(found->docid);
  if (found->content != examined.content) examined.indexed_bytes = text_bytes(index_->article(found->docid));
}

std::uint64_t text_bytes(const Article& article) { return article.title.size() + article.text.size(); }

}  // namespace fihrist
