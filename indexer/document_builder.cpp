// SPDX-License-Identifier: GPL-3.0-or-later
// Stems, filters and values of a document.
#include "indexer/document_builder.hpp"

#include <string_view>
#include <vector>

#include "schema/fields.hpp"
#include "schema/likeness.hpp"

namespace fihrist {
namespace {

/// Xapian adds up what words of one stem bring.
void add_stems(Xapian::Document& document, const std::vector<WordUse>& uses, const Lexicon& lexicon) {
  std::vector<WordId> words;
  words.reserve(uses.size());
  for (const WordUse& use : uses) words.push_back(use.word);
  lexicon.expect(words);
  for (const WordUse& use : uses) {
    const std::string_view stem = lexicon.stem(use.word);
    const std::string_view key = stem.empty() ? lexicon.word(use.word) : stem;
    document.add_term(term_of(Field::text, key), use.in_text + title_weight * use.in_title);
    if (use.in_title > 0) document.add_term(term_of(Field::title, key), use.in_title);
  }
}

void add_value(Xapian::Document& document, Slot slot, const std::string& value) {
  document.add_value(static_cast<Xapian::valueno>(slot), value);
}

}  // namespace

Xapian::Document build_document(const PreparedArticle& article, const Lexicon& lexicon,
                                const RecordCodec& codec) {
  Xapian::Document document;
  add_stems(document, article.word_uses, lexicon);
  document.add_boolean_term(article.id_term);
  for (const std::string& filter : article.filters) document.add_boolean_term(filter);
  add_value(document, Slot::sort_key, article.sort_key);
  add_value(document, Slot::words, article.words);
  add_value(document, Slot::hash, {article.content.data(), article.content.size()});
  add_value(document, Slot::facets, article.facets);
  add_value(document, Slot::likeness, article.likeness);
  add_value(document, Slot::cluster, pack_cluster(article.cluster));
  add_value(document, Slot::record, codec.compress(article.record));
  return document;
}

}  // namespace fihrist
