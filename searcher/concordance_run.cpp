// SPDX-License-Identifier: GPL-3.0-or-later
// Articles are walked in the order of time from a place in one of them, forward or back, until a page is
// full.
#include "searcher/concordance_run.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "analysis/utf8.hpp"
#include "schema/error.hpp"
#include "schema/sort_key.hpp"
#include "searcher/cursor.hpp"
#include "searcher/date_order.hpp"
#include "searcher/hits.hpp"
#include "searcher/query_compiler.hpp"
#include "searcher/snippet.hpp"

namespace fihrist {
namespace {

constexpr std::size_t context_reach = 60;          ///< code points on either side
constexpr std::size_t readable_bytes = 4'000'000;  ///< of texts, in one request
constexpr std::size_t articles_at_once = 16;

/// A place: an article, and the number of the place in it.
struct Place {
  std::string key;  ///< sort_key() of the article
  std::uint32_t number = 0;
};
constexpr std::uint32_t behind_all = std::numeric_limits<std::uint32_t>::max();

std::string to_text(const Place& place, Sort sort) {
  return to_text(Cursor{.sort = sort, .key = place.key}) + '.' + std::to_string(place.number);
}

Place parse_place(const std::string& text, Sort sort) {
  const std::size_t dot = std::min(text.rfind('.'), text.size());
  const auto cursor = parse_cursor(text.substr(0, dot));
  Place place;
  const char* const end = text.data() + text.size();
  const auto [stopped, failure] =
      std::from_chars(text.data() + std::min(dot + 1, text.size()), end, place.number);
  if (!cursor || cursor->sort != sort || failure != std::errc{} || stopped != end)
    throw Error(ErrorCode::usage, "this cursor does not belong to a concordance in this order",
                "Begin with the first page: leave 'after' and 'before' out.");
  place.key = cursor->key;
  return place;
}

/// A phrase, or a name that may be written in several words. MatchFinder numbers phrases behind the words.
bool spans_words(const std::vector<SearchWord>& words, std::uint32_t number) {
  return number >= words.size() || !words[number].sequences.empty();
}

/// Matches of one phrase or name that only a blank parts are one place.
std::vector<TextMatch> joined(std::string_view text, const std::vector<TextMatch>& matches,
                              const std::vector<SearchWord>& words) {
  std::vector<TextMatch> places;
  for (const TextMatch& match : matches) {
    const bool goes_on = !places.empty() && places.back().word == match.word &&
                         spans_words(words, match.word) &&
                         text.substr(places.back().end, match.begin - places.back().end) == " ";
    if (goes_on)
      places.back().end = match.end;
    else
      places.push_back(match);
  }
  return places;
}

/// Whole words around a match.
Snippet context_of(std::string_view text, const std::vector<Token>& tokens, const TextMatch& match) {
  const auto at = std::lower_bound(tokens.begin(), tokens.end(), match.begin,
                                   [](const Token& token, std::uint32_t byte) { return token.begin < byte; });
  auto first = at;
  while (first != tokens.begin() &&
         count_code_points(text.substr((first - 1)->begin, match.begin - (first - 1)->begin)) <=
             context_reach)
    --first;
  auto last = at;
  while (last != tokens.end() &&
         (last->end <= match.end ||
          count_code_points(text.substr(match.end, last->end - match.end)) <= context_reach))
    ++last;
  const bool is_cut_before = first != tokens.begin(), is_cut_behind = last != tokens.end();
  const std::size_t begin = is_cut_before ? first->begin : 0;
  const std::size_t end = is_cut_behind ? (last - 1)->end : text.size();
  const std::string lead = is_cut_before ? std::string(ellipsis) : std::string{};
  const std::string before = lead + one_line(text.substr(begin, match.begin - begin));
  const auto shown = static_cast<std::uint32_t>(count_code_points(before));
  const auto length =
      static_cast<std::uint32_t>(count_code_points(text.substr(match.begin, match.end - match.begin)));
  return {.text = before + one_line(text.substr(match.begin, end - match.begin)) +
                  (is_cut_behind ? std::string(ellipsis) : std::string{}),
          .highlights = {{shown, shown + length}}};
}

/// A text as it is read for places.
struct ReadText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<TextMatch> places;
};

class ConcordanceRun {
 public:
  ConcordanceRun(const SearchContext& context, const SearchRequest& request)
      : context_(context),
        query_(compile(request, context.index)),
        finder_(context.index.state, query_.words, query_.phrases),
        sort_(request.sort == Sort::newest ? Sort::newest : Sort::oldest),
        order_(context.index, query_.strict, sort_),
        limit_(std::min(request.limit, SearchRequest::max_limit)) {}

  void go_on(const std::optional<Place>& from) {
    if (finder_.words() == 0) return;
    if (from) take_from(from->key, from->number + (from->number == behind_all ? 0 : 1), behind_all);
    std::string key = from ? from->key : std::string{};
    for (bool is_first = !from; !is_full(); is_first = false) {
      const auto batch =
          is_first ? order_.from_start(0, articles_at_once) : order_.behind(key, articles_at_once);
      if (batch.empty()) break;
      for (const DatedMatch& match : batch) {
        if (is_full()) break;
        key = match.key;
        take(match, 0, behind_all);
      }
    }
    const bool has_more = cut_to_limit();
    if (has_more)
      page_.next = page_.occurrences.back().cursor;
    else if (is_tired())
      page_.next = to_text(Place{key, behind_all}, sort_);
    if (from && !page_.occurrences.empty()) page_.previous = page_.occurrences.front().cursor;
  }

  void go_back(const Place& from) {
    if (finder_.words() == 0) return;
    backward_ = true;
    if (from.number > 0) take_from(from.key, 0, from.number);
    turn(0);
    std::string key = from.key;
    while (!is_full()) {
      auto batch = order_.before(key, articles_at_once);
      if (batch.empty()) break;
      for (; !batch.empty() && !is_full(); batch.pop_back()) {
        const std::size_t begun = page_.occurrences.size();
        key = batch.back().key;
        take(batch.back(), 0, behind_all);
        turn(begun);
      }
    }
    const bool has_more = cut_to_limit();
    turn(0);
    if (has_more)
      page_.previous = page_.occurrences.front().cursor;
    else if (is_tired())
      page_.previous = to_text(Place{key, 0}, sort_);
    if (!page_.occurrences.empty()) page_.next = page_.occurrences.back().cursor;
  }

  Sort sort() const { return sort_; }
  Concordance page() && {
    page_.sort = sort_;
    return std::move(page_);
  }

 private:
  bool is_tired() const { return read_ >= readable_bytes; }
  /// One place more than a page has room for tells that it goes on.
  bool is_full() const { return page_.occurrences.size() > limit_ || is_tired(); }

  bool cut_to_limit() {
    const bool has_more = page_.occurrences.size() > limit_;
    if (has_more) page_.occurrences.resize(limit_);
    return has_more && limit_ > 0;
  }

  void turn(std::size_t from) {
    std::reverse(page_.occurrences.begin() + static_cast<std::ptrdiff_t>(from), page_.occurrences.end());
  }

  /// Places [first, last) of the article with this key, if it is still there.
  void take_from(const std::string& key, std::uint32_t first, std::uint32_t last) {
    // The id stands behind the eight bytes of the time.
    const auto document =
        document_of(context_.index.database, key.substr(std::min<std::size_t>(8, key.size())));
    if (document) take({.document = *document, .key = key}, first, last);
  }

  /// Places [first, last) of an article, as many as the page has room for: those nearest to where it began.
  void take(const DatedMatch& match, std::uint32_t first, std::uint32_t last) {
    const auto article = context_.index.article(match.document);
    read_ += article->title.size() + article->text.size();
    const auto words = context_.index.words(match.document);
    const ReadText title = read(article->title, words->title), text = read(article->text, words->text);
    const auto count = static_cast<std::uint32_t>(title.places.size() + text.places.size());
    last = std::min(last, count);
    if (first >= last) return;
    const auto room = static_cast<std::uint32_t>(limit_ + 1 - page_.occurrences.size());
    if (backward_)
      first = std::max(first, last - std::min(last, room));
    else
      last = first + std::min(last - first, room);
    for (std::uint32_t number = first; number < last; ++number) {
      const bool in_title = number < title.places.size();
      const ReadText& part = in_title ? title : text;
      const TextMatch& place = part.places[in_title ? number : number - title.places.size()];
      page_.occurrences.push_back({.id = article->id,
                                   .title = article->title,
                                   .url = article->url,
                                   .date = article->date,
                                   .in_title = in_title,
                                   .context = context_of(part.text, part.tokens, place),
                                   .cursor = to_text(Place{match.key, number}, sort_)});
    }
  }

  ReadText read(const std::string& text, const std::vector<WordId>& words) const {
    MatchedText found = words.size() < max_words_kept ? finder_.find(text, words) : finder_.find(text);
    std::vector<TextMatch> places = joined(text, found.matches, query_.words);
    return {.text = text, .tokens = std::move(found.tokens), .places = std::move(places)};
  }

  const SearchContext& context_;
  CompiledQuery query_;
  MatchFinder finder_;
  Sort sort_;
  DateOrder order_;
  std::size_t limit_;
  std::size_t read_ = 0;
  bool backward_ = false;
  Concordance page_;
};

}  // namespace

Concordance find_occurrences(const SearchContext& context, const SearchRequest& request) {
  ConcordanceRun run(context, request);
  if (!request.before.empty())
    run.go_back(parse_place(request.before, run.sort()));
  else
    run.go_on(request.after.empty() ? std::nullopt : std::optional(parse_place(request.after, run.sort())));
  Concordance page = std::move(run).page();
  page.query = request.text;
  SearchRequest counting = request;
  counting.sort = page.sort;
  counting.limit = counting.offset = 0;
  counting.after = counting.before = "";
  counting.related = counting.facets = false;
  const SearchResults counted = run_search(context, counting);
  page.articles = counted.total;
  page.articles_are_exact = counted.total_is_exact;
  return page;
}

}  // namespace fihrist
