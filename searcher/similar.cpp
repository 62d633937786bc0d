// SPDX-License-Identifier: GPL-3.0-or-later
// The article's best words as a query: repeated in it, rare elsewhere.
#include "searcher/similar.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace fihrist {
namespace {

constexpr std::size_t telling_words = 20;

/// Terms of fields begin with an upper-case letter; stems never do (schema/fields.hpp).
bool is_stem(const std::string& term) {
  return !term.empty() && !(term.front() >= 'A' && term.front() <= 'Z');
}

struct ArticleTerm {
  std::string term;
  double occurrences = 0;
  double frequency = 0;
};

std::vector<ArticleTerm> stems_in(const IndexView& index, Xapian::docid document) {
  const Xapian::Database& database = index.database;
  std::vector<ArticleTerm> stems;
  for (auto term = database.termlist_begin(document); term != database.termlist_end(document); ++term)
    if (is_stem(*term))
      stems.push_back({*term, static_cast<double>(term.get_wdf()),
                       index.shards ? 0 : static_cast<double>(term.get_termfreq())});
  if (!index.shards) return stems;
  // A term list of several databases only guesses how many articles of all of them have the term.
  std::vector<std::string> terms;
  for (const ArticleTerm& stem : stems) terms.push_back(stem.term);
  index.expect(terms);
  for (ArticleTerm& stem : stems) stem.frequency = index.frequency(stem.term);
  return stems;
}

std::vector<Xapian::Query> telling_terms(const IndexView& index, Xapian::docid document) {
  const double articles = index.database.get_doccount();
  std::vector<std::pair<double, std::string>> terms;
  for (ArticleTerm& stem : stems_in(index, document)) {
    const double frequency = stem.frequency;
    // Words of this article alone lead nowhere, those of every second one lead anywhere.
    if (frequency < 2 || (articles > 10 && frequency > articles / 2)) continue;
    terms.emplace_back(std::log1p(stem.occurrences) * std::log1p(articles / frequency), std::move(stem.term));
  }
  const std::size_t kept = std::min(telling_words, terms.size());
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(kept), terms.end(),
                    [](const auto& left, const auto& right) { return left > right; });
  std::vector<Xapian::Query> queries;
  for (std::size_t i = 0; i < kept; ++i) queries.emplace_back(terms[i].second);
  return queries;
}

}  // namespace

std::vector<Xapian::docid> similar_documents(const IndexView& index, const RankingOptions& options,
                                             Xapian::docid document, std::uint32_t limit) {
  const auto terms = telling_terms(index, document);
  if (terms.empty() || limit == 0) return {};
  Xapian::Enquire enquire(index.database);
  enquire.set_query({Xapian::Query::OP_OR, terms.begin(), terms.end()});
  enquire.set_weighting_scheme(Xapian::BM25Weight(options.k1, 0, 1, options.b, 0.5));
  std::vector<Xapian::docid> documents;
  const Xapian::MSet matches = enquire.get_mset(0, limit + 1);
  for (auto match = matches.begin(); match != matches.end(); ++match)
    if (*match != document && documents.size() < limit) documents.push_back(*match);
  return documents;
}

}  // namespace fihrist
