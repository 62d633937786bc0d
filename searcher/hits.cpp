// SPDX-License-Identifier: GPL-3.0-or-later
// From record to hit.
#include "searcher/hits.hpp"

#include "schema/sort_key.hpp"
#include "searcher/cursor.hpp"
#include "searcher/snippet.hpp"

namespace fihrist {

std::optional<Xapian::docid> document_of(const Xapian::Database& database, const std::string& id) {
  for (const Field field : {Field::id, Field::other_id}) {
    const std::string term = term_of(field, id);
    const auto posting = database.postlist_begin(term);
    if (posting != database.postlist_end(term)) return *posting;
  }
  return std::nullopt;
}

std::vector<std::string> other_ids(const Xapian::Database& database, Xapian::docid document) {
  const std::string_view prefix = row_of(Field::other_id).prefix;
  std::vector<std::string> ids;
  auto at = database.termlist_begin(document);
  for (at.skip_to(std::string(prefix)); at != database.termlist_end(document); ++at) {
    const std::string term = *at;
    if (!term.starts_with(prefix)) break;
    ids.push_back(term.substr(prefix.size()));
  }
  return ids;
}

Hit make_hit(const Article& article, Sort sort) {
  return {.id = article.id,
          .title = article.title,
          .url = article.url,
          .date = article.date,
          .authors = article.authors,
          .source = article.source,
          .tags = article.tags,
          .cursor = to_text({.sort = sort == Sort::oldest ? Sort::oldest : Sort::newest,
                             .key = sort_key(article.date, article.id)})};
}

Hit make_hit(const Article& article, const WordSequence& words, Sort sort, const MatchFinder& finder) {
  Hit hit = make_hit(article, sort);
  if (finder.words() > 0) hit.title_highlights = finder.highlights(article.title, words.title);
  hit.snippet = make_snippet(searched_text(article), words, finder);
  return hit;
}

}  // namespace fihrist
