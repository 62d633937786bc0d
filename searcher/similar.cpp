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

std::vector<Xapian::Query> telling_terms(const Xapian::Database& database, Xapian::docid document) {
  const double articles = database.get_doccount();
  std::vector<std::pair<double, std::string>> terms;
  for (auto term = database.termlist_begin(document); term != database.termlist_end(document); ++term) {
    const double frequency = term.get_termfreq();
    // Words of this article alone lead nowhere, those of every second one lead anywhere.
    if (!is_stem(*term) || frequency < 2 || (articles > 10 && frequency > articles / 2)) continue;
    terms.emplace_back(std::log1p(term.get_wdf()) * std::log1p(articles / frequency), *term);
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
  const auto terms = telling_terms(index.database, document);
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
