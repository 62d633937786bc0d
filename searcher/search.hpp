// SPDX-License-Identifier: GPL-3.0-or-later
// Questions and answers: plain data between the searcher and whoever asks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.hpp"
#include "searcher/shard_options.hpp"

namespace fihrist {

enum class Sort : std::uint8_t { relevance, newest, oldest };

/// What is asked. An empty text asks for every article (then relevance means newest).
struct SearchRequest {
  std::string text;  ///< the query as typed; see query_parser.hpp
  Sort sort = Sort::relevance;
  std::uint32_t limit = 10;  ///< hits a page; cut to max_limit
  std::uint32_t offset = 0;  ///< hits to pass over; ignored with a cursor
  std::string after;         ///< cursor of the page before (SearchResults::next), newest and oldest only
  std::string before;        ///< cursor of the page behind (SearchResults::previous)
  std::vector<std::string> authors;  ///< any of these; and so on: different fields are all required
  std::vector<std::string> tags;
  std::vector<std::string> sources;
  std::optional<Date> from;  ///< first day, month or year
  std::optional<Date> to;    ///< last one, included whole
  bool exact = false;        ///< every word as written, as if quoted
  bool facets = false;
  bool why = false;       ///< explain each hit's score
  bool copies = false;    ///< list articles that are nearly the same one by one, also by relevance
  std::string copies_of;  ///< id of an article: it alone and those that are nearly the same, one by one
  bool related = true;    ///< look further, and for what was meant, when few articles hold all the words
  bool afresh = false;    ///< neither answered nor counted from what was asked before: for measuring
  bool snippets = true;   ///< false leaves snippets and highlights empty: for runs over many queries

  /// Near copies stand one by one, none is left out for another.
  bool lists_copies() const { return copies || !copies_of.empty(); }

  static constexpr std::uint32_t max_limit = 1000;
  static constexpr std::uint32_t max_offset = 10'000;
};

/// Half-open, in Unicode code points of the text beside it; whole words; sorted and apart.
struct Highlight {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Highlight&, const Highlight&) = default;
};

struct Snippet {
  std::string text;
  std::vector<Highlight> highlights;
};

/// One part of a hit's score, for --why.
struct ScorePart {
  std::string name;  ///< "bm25", "title", "exact", "four_grams", "proximity"
  double value = 0;
  std::string detail;  ///< the words it comes from
};

struct Hit {
  std::string id;
  std::string title;
  std::string url;
  std::optional<Date> date;
  std::vector<std::string> authors;
  std::string source;
  std::vector<std::string> tags;
  double score = 0;
  Snippet snippet;
  std::vector<Highlight> title_highlights;
  std::uint64_t copies = 0;  ///< other matches that are nearly the same and not listed
  /// Ids of articles whose text is this one's, and that are one with it; told with lists_copies().
  std::vector<std::string> other_ids;
  std::string cursor;  ///< of this hit in a date order
  std::vector<ScorePart> why;
};

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

struct Facets {
  std::vector<FacetValue> year;    ///< newest first; "undated" last
  std::vector<FacetValue> month;   ///< "2017-01"; newest first; without what is dated by its year only
  std::vector<FacetValue> author;  ///< most frequent first, ties by value; at most max_values each
  std::vector<FacetValue> source;
  std::vector<FacetValue> tag;
  static constexpr std::size_t max_values = 50;
};

struct DidYouMean {
  std::string text;
  std::uint64_t total = 0;
};

struct SearchResults {
  std::string query;
  std::uint64_t total = 0;
  bool total_is_exact = true;  ///< false: an estimate, of more than some thousands or of a hard phrase
  std::optional<ShardCoverage> shards;  ///< where the archive lies in shards
  std::uint64_t folded = 0;  ///< of total: not listed, since another one that is nearly the same is
  std::uint32_t offset = 0;
  std::uint32_t limit = 0;
  Sort sort = Sort::relevance;
  double took_ms = 0;  ///< the whole of Searcher::search
  std::optional<DidYouMean> did_you_mean;
  std::vector<std::string> also_searched;  ///< forms of the archive that were searched besides what was typed
  std::vector<Hit> hits;
  std::vector<Hit> related;  ///< hold only some of the words; not counted in total; first page only
  std::optional<Facets> facets;
  std::optional<std::string> next;      ///< cursor for `after`; nothing on the last page
  std::optional<std::string> previous;  ///< cursor for `before`
  /// Matches that a list by relevance has places for.
  std::uint64_t listed() const noexcept { return total - folded; }
  std::vector<std::string> notices;  ///< stable words: "offset_capped", "query_cut", "expansion_capped"
};

}  // namespace fihrist
