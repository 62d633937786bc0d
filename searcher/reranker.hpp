// SPDX-License-Identifier: GPL-3.0-or-later
// The second look at the best articles: what BM25 over stems cannot see.
#pragma once

#include <algorithm>
#include <cstddef>
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

/// Numbers by number, all 0 when a query starts. Kept by a searcher between queries, so that starting one
/// costs nothing, however many there are. An entry is the query that wrote it, and half of its bits its
/// value: small entries, since they are looked up in no order.
template <typename Entry>
class QueryMemo {
 public:
  static constexpr unsigned value_bits = 4 * sizeof(Entry);
  static constexpr Entry greatest = (Entry{1} << value_bits) - 1;

  void start(std::size_t size) {
    if (entries_.size() < size) entries_.resize(size);
    if (query_ == greatest) std::fill(entries_.begin(), entries_.end(), query_ = 0);
    ++query_;
  }
  Entry get(std::uint32_t number) const {
    const Entry entry = entries_[number];
    return (entry >> value_bits) == query_ ? entry & greatest : 0;
  }
  void set(std::uint32_t number, Entry value) { entries_[number] = (query_ << value_bits) | value; }

 private:
  std::vector<Entry> entries_;
  Entry query_ = 0;
};

struct RerankerMemo {
  QueryMemo<std::uint64_t> uses;  ///< by word: number of its QueryUse plus one; 0: it was not looked up yet
  QueryMemo<std::uint32_t>
      grams;  ///< by four-gram of the table: its number in the query plus one; 0: not in it
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
           CollectionCounts counts, RerankerMemo& memo);
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
  const QueryUse& first_use_of(WordId id);
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
  RerankerMemo& memo_;
  std::size_t lexicon_size_;
  std::vector<QueryUse> uses_;

  const FourGramTable* table_ = nullptr;  ///< none when four-grams weigh nothing
  std::vector<double> word_rarity_, title_rarity_, exact_rarity_, gram_rarity_, pair_rarity_;
  std::vector<double> exact_counts_, gram_counts_;
};

}  // namespace fihrist
