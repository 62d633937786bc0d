// SPDX-License-Identifier: GPL-3.0-or-later
// The way into an index for reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.hpp"
#include "schema/fields.hpp"
#include "schema/manifest.hpp"
#include "searcher/concordance.hpp"
#include "searcher/query_explanation.hpp"
#include "searcher/ranking_options.hpp"
#include "searcher/search.hpp"
#include "searcher/shard_options.hpp"

namespace fihrist {

/// Articles before and after one in time; nothing at the ends of the archive.
struct Neighbours {
  std::optional<Hit> newer;  ///< snippets are empty here
  std::optional<Hit> older;
};

/// Place of an article in the results of a search: «النتيجة 11 من 58».
struct PlaceInResults {
  std::uint64_t number = 0;  ///< from 1
  std::uint64_t total = 0;
  std::optional<Hit> previous;
  std::optional<Hit> next;
};

struct Period {
  std::int16_t year = 0;   ///< 0: undated
  std::uint8_t month = 0;  ///< 0: the year whole
  std::uint64_t count = 0;
};

struct ArchiveStats {
  Manifest manifest;
  std::uint64_t articles = 0;
  std::uint64_t undated = 0;
  std::uint64_t index_bytes = 0;                          ///< on disk; 0: not known, of shards
  std::vector<FacetValue> years, authors, sources, tags;  ///< all years, the 50 commonest of the others
};

/// What all searchers of one archive share: the lexicon and counts of the generation at hand. Thread-safe.
class Archive {
 public:
  /// With shards, they are searched in the place of the directory's own index; its names.tsv and plurals.tsv
  /// are read all the same. Throws Error: failed (no index there yet, no shard answers), usage (what is no
  /// address of a shard), mismatch, damaged.
  explicit Archive(const std::filesystem::path& directory, const RankingOptions& options = {},
                   const ShardOptions& shards = {});
  ~Archive();
  /// Reads the owner's names and plurals anew (names.tsv, plurals.tsv), for every call that begins after it.
  /// Commits are followed without that. Throws Error when one cannot be read, and then the old ones stay.
  void refresh();
  /// Each address of the shards and whether it is searched; empty without shards. Asks none of them.
  std::vector<ShardState> shards() const;
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

 private:
  friend class Searcher;
  struct Body;
  std::unique_ptr<Body> body_;
};

/// Answers questions on one archive, which must outlive it. A shard that does not answer in its time is left
/// out, and the call runs again on the others; when none is left, it throws Error(failed). One thread at a
/// time; cheap enough (20 µs) to have one a thread. Every call sees the newest committed state: it follows
/// commits and new generations, and a call that meets a changed database runs again, whole, on the new state.
class Searcher {
 public:
  explicit Searcher(Archive& archive);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// No text is an error: what cannot be understood is searched as words.
  /// Throws Error: usage (a cursor that is none), failed, damaged.
  SearchResults search(const SearchRequest& request);

  /// What the archive makes of a query, step by step.
  QueryExplanation explain(const std::string& query);

  std::optional<Article> article(const std::string& id);
  /// Nothing for an unknown id.
  std::optional<Neighbours> neighbours(const std::string& id);
  /// Nothing when the search does not find the article or it lies beyond `deepest`.
  std::optional<PlaceInResults> place(const SearchRequest& request, const std::string& id,
                                      std::uint32_t deepest = 1000);
  /// Where the query's words stand in a text: whole words, for the article page. Code points.
  std::vector<Highlight> highlights(const std::string& query, bool exact, const std::string& text);
  /// Every place where words of the query stand, a page at a time; filters and exactness mean what they
  /// mean in a search, relevance means oldest first, `limit` counts places.
  /// Throws Error: usage (a cursor of another order, or none).
  Concordance concordance(const SearchRequest& request);
  /// Articles like this one, most alike first, without it.
  std::vector<Hit> similar(const std::string& id, std::uint32_t limit);

  /// Years with articles, newest first, undated (year 0) last.
  std::vector<Period> years();
  /// The months of a year that have articles, newest first; month 0 last for articles dated by year only.
  std::vector<Period> months(std::int16_t year);
  /// All authors, sources or tags (Field::author and so on), most frequent first; nothing for other fields.
  std::vector<FacetValue> names(Field field);
  /// Completions of what is being typed, best first: titles, names and words of the archive.
  std::vector<std::string> suggest(const std::string& typed, std::uint32_t limit);

  ArchiveStats stats();
  /// Raised with every commit and every newer generation, another one for an older generation that was gone
  /// back to, and for other names and plurals of the owner; keys caches and ETags.
  std::uint64_t revision();
  /// Of how many shards the call before this one read; nothing without shards.
  std::optional<ShardCoverage> coverage() const;

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist
