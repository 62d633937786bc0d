// SPDX-License-Identifier: GPL-3.0-or-later
// Matches in the order of what they are worth to a reader. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/facet_counter.hpp"
#include "searcher/query_compiler.hpp"
#include "searcher/reranker.hpp"

namespace fihrist {

struct RankedMatch {
  Xapian::docid document = 0;
  double score = 0;
  double bm25 = 0;
  RankFeatures features;
};

struct RankedList {
  std::vector<RankedMatch> matches;
  std::uint64_t total = 0;
  bool total_is_exact = false;  ///< else an estimate
};

/// Whether Xapian knows how many matches there are.
inline bool is_exact(const Xapian::MSet& matches) {
  return matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
}

/// Orders matches in two stages: BM25 over stems for all, then the features of the Reranker for the best.
/// However many are asked for, the same ones are looked at again, so pages fit together.
class Relevance {
 public:
  Relevance(const IndexView& index, const RankingOptions& options, const CompiledQuery& query,
            RerankerMemo& memo);

  /// The best articles that hold all words, `count` of them at least when there are so many. The first
  /// `counted` matches are counted, and shown to `spy` when there is one.
  RankedList strict(std::size_t count, Xapian::doccount counted, Xapian::MatchSpy* spy = nullptr);
  /// The best `count` articles of a looser query, without those of `strict`.
  RankedList related(const Xapian::Query& loose, std::size_t count, const std::vector<RankedMatch>& strict);

 private:
  Xapian::MSet matches(const Xapian::Query& query, std::size_t count, Xapian::doccount counted,
                       Xapian::MatchSpy* spy) const;
  /// `found`: the matches that they are of.
  void judge(std::vector<RankedMatch>& best, const Xapian::MSet& found);
  /// Visits each with its words, in any order.
  template <typename Visit>
  void read_words(std::vector<RankedMatch>& best, const Visit& visit) const;

  const IndexView& index_;
  const RankingOptions& options_;
  const CompiledQuery& query_;
  RerankerMemo& memo_;
  std::optional<Reranker> reranker_;  ///< made when there is something to judge
};

}  // namespace fihrist
