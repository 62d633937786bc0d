// SPDX-License-Identifier: GPL-3.0-or-later
// The second look at the best articles: what BM25 over stems cannot see.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "schema/word_sequence.hpp"
#include "searcher/archive_state.hpp"
#include "searcher/ranking_options.hpp"
#include "searcher/search_word.hpp"

namespace fihrist {

/// What the second look adds to an article's BM25, each part weighted.
struct RankFeatures {
  double title = 0;
  double exact = 0;
  double four_grams = 0;
  double proximity = 0;

  double sum() const { return title + exact + four_grams + proximity; }
};

/// What a word of the archive is to a query; words that are nothing to it share number 0.
struct QueryUse {
  std::vector<std::uint16_t> words;                             ///< numbers of query words whose stem it has
  std::vector<std::uint16_t> exact;                             ///< numbers of typed words that it is
  std::vector<std::uint16_t> grams;                             ///< numbers of query four-grams that it holds
  std::vector<std::pair<std::uint16_t, std::uint16_t>> begins;  ///< query word and sequence that it begins
};

/// Looks words up once a query. Kept by a searcher between queries, so that starting one costs nothing.
class WordUseMemo {
 public:
  void start(std::size_t lexicon_size);
  /// Number of the word's use plus one; 0 when it was not looked up yet.
  std::uint32_t& at(WordId id) {
    Entry& entry = entries_[id];
    if (entry.query != query_) entry = {.query = query_, .use = 0};
    return entry.use;
  }
  std::size_t size() const noexcept { return entries_.size(); }

 private:
  struct Entry {
    std::uint32_t query = 0;
    std::uint32_t use = 0;
  };
  std::vector<Entry> entries_;
  std::uint32_t query_ = 0;
};

/// Frequencies of the collection that the formulas need.
struct CollectionCounts {
  double articles = 0;
  double average_words = 1;
  std::vector<double> word_frequencies;   ///< articles that hold each query word in any form
  std::vector<double> title_frequencies;  ///< articles whose title holds it
};

/// Judges articles for one query. One thread; the state, the words and the memo must outlive it.
class Reranker {
 public:
  Reranker(const ArchiveState& state, const RankingOptions& options, const std::vector<SearchWord>& words,
           CollectionCounts counts, WordUseMemo& memo);
  RankFeatures judge(const WordSequence& article);

 private:
  struct Occurrence {
    std::size_t position;
    std::size_t length;
    std::uint16_t word;
  };
  void learn_words();
  void learn_forms(std::uint16_t number, const SearchWord& word);
  void learn_grams(const std::string& typed);
  QueryUse& own_use(WordId id);
  const QueryUse& use_of(WordId id);
  /// Counts typed words and four-grams, and tells where the query's words stand, in order.
  std::vector<Occurrence> read(const std::vector<WordId>& text);
  std::size_t sequence_length(const std::vector<WordId>& text, std::size_t at,
                              const std::vector<std::string>& stems);
  std::vector<double> pair_counts(const std::vector<Occurrence>& found) const;
  double title_score(const std::vector<Occurrence>& found, std::size_t title_words) const;
  double saturated(double frequency, double length_ratio) const;
  double rarity(double frequency) const;

  const ArchiveState& state_;
  const RankingOptions& options_;
  const std::vector<SearchWord>& words_;
  CollectionCounts counts_;
  WordUseMemo& memo_;
  std::vector<QueryUse> uses_;

  const FourGramTable* table_ = nullptr;     ///< none when four-grams weigh nothing
  std::vector<std::uint16_t> gram_numbers_;  ///< by number in the table: that in the query plus one, or 0
  std::vector<double> word_rarity_, title_rarity_, exact_rarity_, gram_rarity_, pair_rarity_;
  std::vector<double> exact_counts_, gram_counts_;
};

}  // namespace fihrist
