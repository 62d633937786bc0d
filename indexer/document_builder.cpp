// SPDX-License-Identifier: GPL-3.0-or-later
// Stems, filters and values of a document.
#include "indexer/document_builder.hpp"

#include <algorithm>

#include "schema/fields.hpp"

namespace fihrist {
namespace {

/// Adds the stems of some words, each distinct word once with its number of occurrences: Xapian adds up
/// what words of one stem bring.
void add_stems(Xapian::Document& document, Field field, std::vector<WordId> words, std::uint32_t weight,
               const Lexicon& lexicon) {
  std::sort(words.begin(), words.end());
  for (auto word = words.begin(); word != words.end();) {
    const auto next = std::upper_bound(word, words.end(), *word);
    const std::string_view stem = lexicon.stem(*word);
    const auto occurrences = static_cast<std::uint32_t>(next - word);
    document.add_term(term_of(field, stem.empty() ? lexicon.word(*word) : stem), occurrences * weight);
    word = next;
  }
}

std::vector<WordId> joined(const std::vector<WordId>& left, const std::vector<WordId>& right) {
  std::vector<WordId> both(left);
  both.insert(both.end(), right.begin(), right.end());
  return both;
}

void add_value(Xapian::Document& document, Slot slot, const std::string& value) {
  document.add_value(static_cast<Xapian::valueno>(slot), value);
}

}  // namespace

Xapian::Document build_document(const PreparedArticle& article, const std::vector<std::string>& more_filters,
                                const Lexicon& lexicon) {
  Xapian::Document document;
  const auto title = joined(article.words.title, article.title_alternatives);
  add_stems(document, Field::text, joined(article.words.text, article.text_alternatives), 1, lexicon);
  add_stems(document, Field::text, title, title_weight, lexicon);
  add_stems(document, Field::title, title, 1, lexicon);
  document.add_boolean_term(article.id_term);
  for (const std::string& filter : article.filters) document.add_boolean_term(filter);
  for (const std::string& filter : more_filters) document.add_boolean_term(filter);
  add_value(document, Slot::sort_key, article.sort_key);
  add_value(document, Slot::words, pack(article.words));
  add_value(document, Slot::hash, {article.content.data(), article.content.size()});
  add_value(document, Slot::facets, article.facets);
  document.set_data(article.record);
  return document;
}

}  // namespace fihrist
