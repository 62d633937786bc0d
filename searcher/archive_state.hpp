// SPDX-License-Identifier: GPL-3.0-or-later
// What all searchers share of one committed state of one generation.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.hpp"
#include "schema/article.hpp"
#include "schema/lexicon.hpp"
#include "schema/manifest.hpp"
#include "schema/record_codec.hpp"
#include "schema/word_sequence.hpp"
#include "searcher/expansion.hpp"
#include "searcher/four_grams.hpp"
#include "searcher/frequency_cache.hpp"
#include "searcher/name_candidates.hpp"
#include "searcher/recency_cache.hpp"
#include "searcher/search.hpp"
#include "searcher/word_order.hpp"

namespace fihrist {

/// What a pass over all matches of a query found.
struct MatchCounts {
  std::uint64_t total = 0;
  bool is_exact = true;  ///< else an estimate
  std::optional<Facets> facets;
};

/// Immutable but for what is built when it is first asked for; safe to share between threads.
class ArchiveState {
 public:
  ArchiveState(std::filesystem::path generation, Manifest manifest, Lexicon lexicon,
               const ArchivePlurals& plurals, const ArchiveNames& names, RecordCodec codec);
  ArchiveState(const ArchiveState&) = delete;
  ArchiveState& operator=(const ArchiveState&) = delete;

  const std::filesystem::path& generation() const noexcept { return generation_; }
  const Manifest& manifest() const noexcept { return manifest_; }
  const Lexicon& lexicon() const noexcept { return lexicon_; }
  const Analyzer& analyzer() const noexcept { return analyzer_; }
  const Expansion& expansion() const noexcept { return expansion_; }
  const RecordCodec& codec() const noexcept { return codec_; }
  /// A hash of the owner's names and plurals; 0: there are none.
  std::uint64_t own_words() const noexcept { return own_words_; }

  const WordOrder& word_order() const;
  const NameCandidates& name_candidates() const;
  const FourGramTable& four_gram_table() const;
  /// Takes the four-grams over from an earlier state when the lexicon has hardly grown since: they only order
  /// results, and a few articles more change nothing in that.
  void inherit(const ArchiveState& earlier);

  /// Counts of a query, by a key that tells queries apart; kept for as long as this state is.
  std::optional<MatchCounts> counts(const std::string& query_key) const;
  void keep_counts(const std::string& query_key, MatchCounts counts) const;

  /// Whole answers, in the same way, by a key that tells requests and revisions of the database apart.
  std::shared_ptr<const SearchResults> answer(const std::string& request_key) const;
  void keep_answer(const std::string& request_key, std::shared_ptr<const SearchResults> answer) const;

  /// The years of which there are articles, ascending, by a key that tells revisions of the database apart;
  /// null when they are not known.
  std::shared_ptr<const std::vector<std::int16_t>> years(const std::string& key) const;
  void keep_years(const std::string& key, std::shared_ptr<const std::vector<std::int16_t>> years) const;

  /// What was read of articles lately, by a key that tells revisions of the database apart. Ranking reads the
  /// words of a hundred articles for each question, and asking Xapian for them and unpacking them costs more
  /// than judging does.
  RecencyCache<WordSequence>& word_sequences() const noexcept { return word_sequences_; }
  RecencyCache<Article>& articles() const noexcept { return articles_; }
  FrequencyCache& frequencies() const noexcept { return frequencies_; }

 private:
  std::filesystem::path generation_;
  Manifest manifest_;
  Lexicon lexicon_;
  Analyzer analyzer_;
  Expansion expansion_;
  RecordCodec codec_;
  std::uint64_t own_words_;

  mutable std::mutex mutex_;
  mutable std::unique_ptr<const WordOrder> word_order_;
  mutable std::unique_ptr<const NameCandidates> name_candidates_;
  mutable std::shared_ptr<const FourGramTable> four_grams_;
  mutable std::unordered_map<std::string, MatchCounts> counts_;
  mutable std::unordered_map<std::string, std::shared_ptr<const SearchResults>> answers_;
  mutable std::unordered_map<std::string, std::shared_ptr<const std::vector<std::int16_t>>> years_;
  mutable RecencyCache<WordSequence> word_sequences_;
  mutable RecencyCache<Article> articles_;
  mutable FrequencyCache frequencies_;
};

}  // namespace fihrist
