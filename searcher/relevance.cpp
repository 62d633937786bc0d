// SPDX-License-Identifier: GPL-3.0-or-later
// The two stages of ranking.
#include "searcher/relevance.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "schema/word_sequence.hpp"
#include "searcher/word_frequency.hpp"

namespace fihrist {
namespace {

/// What the match that found `matches` has asked of the postings is not asked again.
CollectionCounts counts_for(const IndexView& index, const std::vector<SearchWord>& words,
                            const Xapian::MSet& matches) {
  CollectionCounts counts{.articles = static_cast<double>(index.database.get_doccount()),
                          .average_words = std::max(1.0, index.database.get_avlength()),
                          .title_frequency = [&](std::size_t word) {
                            return static_cast<double>(frequency_of(index, words[word], Field::title));
                          }};
  if (index.shards) {
    std::vector<std::string> terms;
    for (const SearchWord& word : words)
      for (std::string& term : terms_of(word, Field::title)) terms.push_back(std::move(term));
    index.expect(terms);
  }
  const auto frequency = [&](const std::string& term) { return matches.get_termfreq(term); };
  for (const SearchWord& word : words)
    counts.word_frequencies.push_back(
        static_cast<double>(frequency_of(word, Field::text, index.database.get_doccount(), frequency)));
  return counts;
}

/// Xapian adds the weights of a query's terms in an order that depends on how rare each is in the database at
/// hand, so one article may get another last digit in a shard than in the whole. What only that parts is
/// equal.
double rounded(double weight) {
  constexpr double steps = 1U << 30U;
  return std::round(weight * steps) / steps;
}

std::vector<RankedMatch> by_bm25(const Xapian::MSet& matches) {
  std::vector<RankedMatch> list;
  list.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const double weight = rounded(match.get_weight());
    list.push_back({.document = *match, .score = weight, .bm25 = weight});
  }
  return list;
}

}  // namespace

Relevance::Relevance(const IndexView& index, const RankingOptions& options, const CompiledQuery& query,
                     RerankerMemo& memo)
    : index_(index), options_(options), query_(query), memo_(memo) {}

Xapian::MSet Relevance::matches(const Xapian::Query& query, std::size_t count, Xapian::doccount counted,
                                Xapian::MatchSpy* spy) const {
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(options_.k1, 0, 1, options_.b, 0.5));
  if (spy) enquire.add_matchspy(spy);
  return enquire.get_mset(0, static_cast<Xapian::doccount>(count), counted);
}

template <typename Visit>
void Relevance::read_words(std::vector<RankedMatch>& best, const Visit& visit) const {
  if (index_.shards) {  // where a walk over values fetches every document on the way
    std::vector<Xapian::docid> documents;
    for (const RankedMatch& match : best) documents.push_back(match.document);
    index_.shards->read(index_.database, documents, Slot::words);
    WordSequence words;
    for (RankedMatch& match : best) {
      unpack_words(index_.shards->value(index_.database, match.document, Slot::words), words);
      visit(match, words);
    }
    return;
  }
  // In the order of the documents, so that those that lie together are read together.
  std::vector<RankedMatch*> by_document;
  for (RankedMatch& match : best) by_document.push_back(&match);
  std::sort(by_document.begin(), by_document.end(), [](const RankedMatch* left, const RankedMatch* right) {
    return left->document < right->document;
  });
  for (RankedMatch* match : by_document) visit(*match, *index_.words(match->document));
}

void Relevance::judge(std::vector<RankedMatch>& best, const Xapian::MSet& found) {
  if (best.empty()) return;
  if (!reranker_)
    reranker_.emplace(index_.state, options_, query_.words, counts_for(index_, query_.words, found), memo_);
  read_words(best, [&](RankedMatch& match, const WordSequence& words) {
    match.features = reranker_->judge(words);
    match.score = match.bm25 + match.features.sum();
  });
  std::sort(best.begin(), best.end(), [](const RankedMatch& left, const RankedMatch& right) {
    return left.score != right.score ? left.score > right.score : left.document < right.document;
  });
}

RankedList Relevance::strict(std::size_t count, Xapian::doccount counted, Xapian::MatchSpy* spy) {
  const std::size_t depth = options_.rerank_depth;
  const Xapian::MSet found = matches(query_.strict, std::max(count, depth), counted, spy);
  RankedList list{
      .matches = by_bm25(found), .total = found.get_matches_estimated(), .total_is_exact = is_exact(found)};
  // The tail keeps its order behind the best, whose scores the features can only raise.
  const auto kept = list.matches.begin() + static_cast<std::ptrdiff_t>(std::min(depth, list.matches.size()));
  std::vector<RankedMatch> best(list.matches.begin(), kept);
  judge(best, found);
  std::move(best.begin(), best.end(), list.matches.begin());
  return list;
}

RankedList Relevance::related(const Xapian::Query& loose, std::size_t count,
                              const std::vector<RankedMatch>& strict) {
  std::unordered_set<Xapian::docid> known;
  for (const RankedMatch& match : strict) known.insert(match.document);
  const std::size_t depth = std::max<std::size_t>(count, options_.rerank_depth) + known.size();
  const Xapian::MSet found = matches(loose, depth, 0, nullptr);
  RankedList list{.matches = by_bm25(found)};
  std::erase_if(list.matches, [&](const RankedMatch& match) { return known.contains(match.document); });
  judge(list.matches, found);
  if (list.matches.size() > count) list.matches.resize(count);
  return list;
}

}  // namespace fihrist
