// SPDX-License-Identifier: GPL-3.0-or-later
// The second look at the best articles: what BM25 over stems cannot see.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
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

/// One thing that a word of the archive is to a query.
struct QueryUse {
  enum class Kind : std::uint8_t {
    form,    ///< its stem is that of a query word
    exact,   ///< it is a typed word
    gram,    ///< it holds a four-gram of the query
    begins,  ///< it begins a sequence of a query word
  };
  Kind kind;
  std::uint16_t number;        ///< of the query word, the typed word or the four-gram
  std::uint16_t sequence = 0;  ///< with `begins`: its number among those of the query word
  std::uint32_t next = 0;      ///< number of the next thing the same word is, plus one; 0: there is none
};

/// The uses of each word; none when a query starts. Kept by a searcher between queries, so that starting one
/// costs nothing, however many words there are: an entry counts only where its bit is set, and the bits,
/// unlike the entries, stay in the nearest cache while the words of articles are looked up.
class RerankerMemo {
 public:
  void start(std::size_t words) {
    if (entries_.size() < words) entries_.resize(words);
    set_.assign(words / bits + 1, 0);
    uses_.clear();
  }
  void add(WordId word, QueryUse use) {
    use.next = get(word);
    uses_.push_back(use);
    set_[word / bits] |= std::uint64_t{1} << (word % bits);
    entries_[word] = static_cast<std::uint32_t>(uses_.size());
  }
  /// The newest first; null behind the last.
  const QueryUse* first(WordId word) const { return at(get(word)); }
  const QueryUse* next(const QueryUse& use) const { return at(use.next); }

 private:
  static constexpr std::size_t bits = 64;
  std::uint32_t get(WordId word) const {
    return (set_[word / bits] >> (word % bits) & 1U) == 0 ? 0 : entries_[word];
  }
  const QueryUse* at(std::uint32_t number) const { return number == 0 ? nullptr : &uses_[number - 1]; }

  std::vector<std::uint64_t> set_;
  std::vector<std::uint32_t> entries_;  ///< the number of the first, plus one
  std::vector<QueryUse> uses_;
};

/// Frequencies of the collection that the formulas need.
struct CollectionCounts {
  double articles = 0;
  double average_words = 1;
  std::vector<double> word_frequencies;  ///< articles that hold each query word in any form
  /// Articles whose title holds a query word, by its number: asked for once, when a title holds it.
  std::function<double(std::size_t)> title_frequency;
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
  void learn_grams(const std::string& typed, const FourGramTable& table);
  void add_use(WordId id, QueryUse use);
  /// Counts typed words and four-grams, and tells where the query's words stand, in order.
  std::vector<Occurrence> read(const std::vector<WordId>& text);
  std::size_t sequence_length(const std::vector<WordId>& text, std::size_t at,
                              const std::vector<std::string>& stems);
  std::vector<double> pair_counts(const std::vector<Occurrence>& found) const;
  double title_score(const std::vector<Occurrence>& found, std::size_t title_words);
  double saturated(double frequency, double length_ratio) const;
  double rarity(double frequency) const;

  const ArchiveState& state_;
  const RankingOptions& options_;
  const std::vector<SearchWord>& words_;
  CollectionCounts counts_;
  RerankerMemo& memo_;
  std::size_t lexicon_size_;

  std::vector<std::uint32_t> grams_;  ///< of the query, by number: their numbers in the table
  std::vector<std::optional<double>> title_rarity_;
  std::vector<double> word_rarity_, exact_rarity_, gram_rarity_, pair_rarity_;
  std::vector<double> exact_counts_, gram_counts_;
};

}  // namespace fihrist
