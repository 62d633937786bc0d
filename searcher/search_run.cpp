// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a search: compile, order, count, fetch the page, look further.
#include "searcher/search_run.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "schema/error.hpp"
#include "searcher/also_searched.hpp"
#include "searcher/copies.hpp"
#include "searcher/cursor.hpp"
#include "searcher/date_order.hpp"
#include "searcher/facet_counter.hpp"
#include "searcher/hits.hpp"
#include "searcher/query_compiler.hpp"
#include "searcher/relevance.hpp"
#include "searcher/repair.hpp"
#include "searcher/unweighted.hpp"

namespace fihrist {
namespace {

/// With fewer strict hits than this (or than a page), readers are shown what holds some of the words.
constexpr std::uint64_t enough_hits = 10;
/// With more hits than this, nobody is asked whether something else was meant.
constexpr std::uint64_t few_for_repair = 1;

/// More matches than this are estimated when nothing but their number is wanted: a word of a million articles
/// costs no more than one of some thousands.
constexpr Xapian::doccount most_counted = 10'000;

/// Of so many matches the clusters are looked up sooner than counted by Xapian.
constexpr std::size_t looked_up_each = 16;

std::string cursor_key(const std::string& text, Sort sort) {
  const auto cursor = parse_cursor(text);
  if (!cursor || cursor->sort != sort)
    throw Error(ErrorCode::usage, "this cursor does not belong to a list in this order",
                "Begin with the first page: leave 'after' and 'before' out.");
  return cursor->key;
}

std::vector<ScorePart> why_of(const RankedMatch& match, const std::vector<SearchWord>& words) {
  std::string typed;
  for (const SearchWord& word : words)
    for (const std::string& one : word.typed) typed.append(typed.empty() ? "" : " ").append(one);
  std::vector<ScorePart> parts{{"bm25", match.bm25, typed},
                               {"title", match.features.title, ""},
                               {"exact", match.features.exact, ""},
                               {"four_grams", match.features.four_grams, ""},
                               {"proximity", match.features.proximity, ""}};
  return parts;
}

class SearchRun {
 public:
  SearchRun(const SearchContext& context, const SearchRequest& request)
      : context_(context),
        request_(request),
        query_(compile(request, context.index)),
        finder_(context.index.state, query_.words, query_.phrases) {
    results_.query = request.text;
    results_.limit = std::min(request.limit, SearchRequest::max_limit);
    results_.offset = std::min(request.offset, SearchRequest::max_offset);
    // Without a word there is nothing to order by but time.
    results_.sort = request.sort == Sort::relevance && !query_.scored ? Sort::newest : request.sort;
    results_.notices = query_.notices;
    if (request.offset > SearchRequest::max_offset) results_.notices.emplace_back("offset_capped");
  }

  SearchResults run() {
    if (results_.sort == Sort::relevance)
      by_relevance();
    else
      by_date();
    offer_repair();
    results_.also_searched = also_searched(context_.index.lexicon(), query_.words);
    if (query_.budget->exhausted) {
      results_.total_is_exact = false;
      results_.notices.emplace_back("verification_capped");
    }
    return std::move(results_);
  }

 private:
  const Xapian::Database& database() const { return context_.index.database; }
  std::optional<MatchCounts> known_counts() const {
    if (request_.afresh) return std::nullopt;
    auto counts = context_.index.state.counts(context_.index.key(query_.key));
    return counts && (counts->facets || !request_.facets) ? counts : std::nullopt;
  }

  void take_counts(const MatchCounts& counts) {
    results_.total = counts.total;
    results_.total_is_exact = counts.is_exact;
    if (request_.facets) results_.facets = counts.facets;
  }

  void keep_counts(const MatchCounts& counts) {
    take_counts(counts);
    if (!query_.budget->exhausted) context_.index.state.keep_counts(context_.index.key(query_.key), counts);
  }

  void by_relevance() {
    Relevance relevance(context_.index, context_.options, query_, context_.memo);
    const auto known = known_counts();
    FacetWatch facets(context_.index);
    const bool watch = request_.facets && !known;
    const std::size_t wanted = results_.offset + results_.limit;
    const Xapian::doccount counted = watch ? database().get_doccount() : most_counted;
    RankedList list = relevance.strict(wanted, known ? 0 : counted, watch ? facets.spy() : nullptr);
    if (known)
      take_counts(*known);
    else
      keep_counts({.total = list.total,
                   .is_exact = list.total_is_exact,
                   .facets = watch ? std::optional(facets.facets()) : std::nullopt});
    const std::vector<RankedMatch> shown =
        request_.lists_copies() ? list.matches : fold(relevance, list, wanted);
    const std::size_t end = std::min(wanted, shown.size());
    expect(shown.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(results_.offset, end)),
           shown.begin() + static_cast<std::ptrdiff_t>(end));
    for (std::size_t i = results_.offset; i < end; ++i) {
      results_.hits.push_back(hit(shown[i], finder_));
      if (results_.folded > 0)
        results_.hits.back().copies = copies_of(context_.index, query_.strict, shown[i].document);
    }
    look_further(relevance, list.matches);
  }

  /// The list without near copies, long enough for the page, if need be by asking for more of it.
  std::vector<RankedMatch> fold(Relevance& relevance, RankedList& list, std::size_t wanted) {
    const bool is_whole = results_.total_is_exact && results_.total == list.matches.size();
    if (is_whole && list.matches.size() <= looked_up_each) {
      std::vector<RankedMatch> shown = without_copies(context_.index, list.matches, list.matches.size());
      results_.folded = list.matches.size() - shown.size();
      return shown;
    }
    results_.folded = copies_among(context_.index, query_.strict);
    if (results_.folded == 0) return list.matches;
    std::size_t asked = wanted;
    while (true) {
      std::vector<RankedMatch> shown = without_copies(context_.index, list.matches, wanted);
      if (shown.size() >= wanted || list.matches.size() < asked) return shown;
      asked *= 2;
      list.matches = relevance.strict(asked, 0).matches;
    }
  }

  void look_further(Relevance& relevance, const std::vector<RankedMatch>& strict) {
    const std::uint64_t few = std::max<std::uint64_t>(enough_hits, results_.limit);
    if (!request_.related || results_.offset > 0 || results_.total >= few) return;
    const LooseQuery loose = loosen(query_, context_.index);
    if (loose.articles.empty()) return;
    // A page of further ones, or what is left of a page that was asked to be long.
    const std::size_t left = results_.limit - std::min<std::size_t>(results_.limit, results_.hits.size());
    const std::size_t count = std::max<std::size_t>(left, std::min<std::size_t>(results_.limit, enough_hits));
    std::vector<SearchWord> words = query_.words;
    words.insert(words.end(), loose.near.begin(), loose.near.end());
    const MatchFinder finder(context_.index.state, words, query_.phrases);
    const RankedList list = relevance.related(loose.articles, count, strict);
    expect(list.matches.begin(), list.matches.end());
    for (const RankedMatch& match : list.matches) results_.related.push_back(hit(match, finder));
  }

  /// The first repair that finds more than what was typed.
  void offer_repair() {
    if (!request_.related || results_.offset > 0 || results_.total > few_for_repair) return;
    SearchRequest other = request_;
    other.limit = 0;
    other.after = other.before = "";
    other.related = other.facets = false;
    for (std::string& text : repairs(context_.index, query_, request_.text)) {
      other.text = std::move(text);
      const std::uint64_t total = run_search(context_, other).total;
      if (total <= results_.total) continue;
      results_.did_you_mean = DidYouMean{.text = other.text, .total = total};
      return;
    }
  }

  template <typename Matches>
  void expect(Matches begin, Matches end) const {
    if (!context_.index.shards) return;
    std::vector<Xapian::docid> documents;
    for (; begin != end; ++begin) documents.push_back(begin->document);
    context_.index.expect(documents, request_.snippets && finder_.words() > 0);
  }

  Hit shown(Xapian::docid document, const MatchFinder& finder) const {
    const auto article = context_.index.article(document);
    if (!request_.snippets) return make_hit(*article, results_.sort);
    if (finder.words() == 0) return make_hit(*article, {}, results_.sort, finder);
    return make_hit(*article, *context_.index.words(document), results_.sort, finder);
  }

  Hit hit(const RankedMatch& match, const MatchFinder& finder) const {
    Hit hit = shown(match.document, finder);
    hit.score = match.score;
    if (request_.lists_copies()) hit.other_ids = other_ids(database(), match.document);
    if (request_.why) hit.why = why_of(match, query_.words);
    return hit;
  }

  void by_date() {
    const DateOrder order(context_.index, query_.strict, results_.sort);
    std::vector<DatedMatch> page;
    bool more_behind = false;
    if (!request_.before.empty()) {
      const std::string key = cursor_key(request_.before, results_.sort);
      page = order.before(key, results_.limit);
      more_behind = !page.empty() && !order.behind(page.back().key, 1).empty();
    } else {
      page = request_.after.empty()
                 ? order.from_start(results_.offset, results_.limit + 1)
                 : order.behind(cursor_key(request_.after, results_.sort), results_.limit + 1);
      more_behind = page.size() > results_.limit;
      if (more_behind) page.pop_back();
    }
    expect(page.begin(), page.end());
    for (const DatedMatch& match : page) results_.hits.push_back(shown(match.document, finder_));
    if (more_behind && !results_.hits.empty()) results_.next = results_.hits.back().cursor;
    if (!page.empty() && !is_first_page() && !order.before(page.front().key, 1).empty())
      results_.previous = results_.hits.front().cursor;
    count_all(order);
    if (results_.total > 0) return;
    Relevance relevance(context_.index, context_.options, query_, context_.memo);
    look_further(relevance, {});
  }

  bool is_first_page() const {
    return request_.before.empty() && request_.after.empty() && results_.offset == 0;
  }

  void count_all(const DateOrder& order) {
    if (const auto known = known_counts()) return take_counts(*known);
    if (const auto total = order.total(); total && !request_.facets) return keep_counts({.total = *total});
    FacetWatch facets(context_.index);
    Xapian::Enquire enquire(database());
    enquire.set_query(query_.strict);
    weigh_nothing(context_.index, enquire);
    if (request_.facets) enquire.add_matchspy(facets.spy());
    const Xapian::MSet matches =
        enquire.get_mset(0, 0, std::max(10U, request_.facets ? database().get_doccount() : most_counted));
    keep_counts({.total = matches.get_matches_estimated(),
                 .is_exact = is_exact(matches),
                 .facets = request_.facets ? std::optional(facets.facets()) : std::nullopt});
  }

  const SearchContext& context_;
  const SearchRequest& request_;
  CompiledQuery query_;
  MatchFinder finder_;
  SearchResults results_;
};

}  // namespace

SearchResults run_search(const SearchContext& context, const SearchRequest& request) {
  return SearchRun(context, request).run();
}

std::optional<PlaceInResults> find_place(const SearchContext& context, const SearchRequest& request,
                                         const std::string& id, std::uint32_t deepest) {
  const Xapian::Database& database = context.index.database;
  const auto wanted = document_of(database, id);
  if (!wanted) return std::nullopt;
  const CompiledQuery query = compile(request, context.index);
  std::vector<Xapian::docid> order;
  if (request.sort == Sort::relevance && query.scored) {
    Relevance relevance(context.index, context.options, query, context.memo);
    std::vector<RankedMatch> matches = relevance.strict(deepest, 0).matches;
    if (!request.lists_copies()) matches = without_copies(context.index, matches, deepest);
    for (const RankedMatch& match : matches) order.push_back(match.document);
  } else {
    const DateOrder dates(context.index, query.strict,
                          request.sort == Sort::oldest ? Sort::oldest : Sort::newest);
    for (const DatedMatch& match : dates.from_start(0, deepest)) order.push_back(match.document);
  }
  order.resize(std::min<std::size_t>(order.size(), deepest));
  const auto found = std::find(order.begin(), order.end(), *wanted);
  if (found == order.end()) return std::nullopt;

  SearchRequest counting = request;
  counting.limit = 0;
  counting.offset = 0;
  counting.after = counting.before = "";
  counting.related = counting.facets = false;
  PlaceInResults place{.number = static_cast<std::uint64_t>(found - order.begin()) + 1,
                       .total = run_search(context, counting).total};
  const auto hit_at = [&](std::vector<Xapian::docid>::const_iterator at) {
    return make_hit(*context.index.article(*at), request.sort);
  };
  if (found != order.begin()) place.previous = hit_at(found - 1);
  if (found + 1 != order.end()) place.next = hit_at(found + 1);
  return place;
}

}  // namespace fihrist
