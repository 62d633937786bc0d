// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of lists by date: every article once, in order, from either end.
#include "searcher/date_order.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "schema/error.hpp"
#include "schema/sort_key.hpp"
#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::OpenedIndex;
using Ids = std::vector<std::string>;

/// Years, months, days and minutes as precision, ties in time, and articles without a date.
std::vector<Article> calendar() {
  std::vector<Article> articles;
  const std::vector<std::string> dates{"2016",
                                       "2016-01-01",
                                       "2016-01",
                                       "2016-06-15",
                                       "2016-06-15T10:00",
                                       "2016-06-15T10:00",
                                       "2017-01-01",
                                       "2017-12-31T23:59",
                                       "",
                                       "",
                                       "",
                                       "1969-07-20",
                                       "2017",
                                       "2016-06",
                                       "2016-02-29"};
  for (std::size_t i = 0; i < dates.size(); ++i)
    articles.push_back(article(fmt::format("id-{:02}", (i * 7) % dates.size()), "خبر",
                               i % 2 == 0 ? "زوجي" : "فردي", dates[i]));
  return articles;
}

Ids expected(std::vector<Article> articles, Sort sort) {
  const auto key = [](const Article& one) { return sort_key(one.date, one.id); };
  std::sort(articles.begin(), articles.end(), [&](const Article& left, const Article& right) {
    if (left.date.has_value() != right.date.has_value()) return left.date.has_value();
    return sort == Sort::newest && left.date ? key(left) > key(right) : key(left) < key(right);
  });
  Ids ids;
  for (const Article& one : articles) ids.push_back(one.id);
  return ids;
}

Ids walk_forward(Searcher& searcher, SearchRequest request) {
  Ids ids;
  for (int pages = 0; pages < 100; ++pages) {
    const SearchResults page = searcher.search(request);
    for (const Hit& hit : page.hits) ids.push_back(hit.id);
    CHECK(page.previous.has_value() == (pages > 0));
    if (!page.next) return ids;
    request.after = *page.next;
  }
  return ids;
}

Ids walk_backward(Searcher& searcher, SearchRequest request, const std::string& last_cursor) {
  Ids ids;
  request.before = last_cursor;
  for (int pages = 0; pages < 100; ++pages) {
    const SearchResults page = searcher.search(request);
    for (auto hit = page.hits.rbegin(); hit != page.hits.rend(); ++hit) ids.push_back(hit->id);
    CHECK(page.next.has_value());
    if (!page.previous) break;
    request.before = *page.previous;
  }
  std::reverse(ids.begin(), ids.end());
  return ids;
}

TEST_CASE("pages by cursor show every article once, in order, in both directions") {
  const auto articles = calendar();
  OpenedIndex index(articles);
  for (const Sort sort : {Sort::newest, Sort::oldest})
    for (const std::uint32_t limit : {1U, 2U, 3U, 7U, 100U}) {
      CAPTURE(limit);
      const SearchRequest request{.sort = sort, .limit = limit};
      const Ids all = expected(articles, sort);
      CHECK(walk_forward(index.searcher, request) == all);
      const SearchResults whole = index.searcher.search({.sort = sort, .limit = 1000});
      CHECK(walk_backward(index.searcher, request, whole.hits.back().cursor) ==
            Ids(all.begin(), all.end() - 1));
    }
}

TEST_CASE("a list by date holds what the query finds, with offset and cursor alike") {
  const auto articles = calendar();
  OpenedIndex index(articles);
  std::vector<Article> odd;
  for (const Article& one : articles)
    if (one.text == "فردي") odd.push_back(one);
  for (const Sort sort : {Sort::newest, Sort::oldest}) {
    const Ids all = expected(odd, sort);
    CHECK(walk_forward(index.searcher, {.text = "فردي", .sort = sort, .limit = 2}) == all);
    for (std::uint32_t offset = 0; offset <= all.size(); ++offset) {
      CAPTURE(offset);
      const SearchResults page =
          index.searcher.search({.text = "فردي", .sort = sort, .limit = 3, .offset = offset});
      CHECK(page.total == all.size());
      CHECK(page.next.has_value() == (offset + 3 < all.size()));
      CHECK(page.previous.has_value() == (offset > 0 && !page.hits.empty()));
      for (std::size_t i = 0; i < page.hits.size(); ++i) CHECK(page.hits[i].id == all[offset + i]);
    }
  }
}

TEST_CASE("articles that arrive or go between two pages neither repeat nor hide others") {
  OpenedIndex index({article("a", "خبر", "", "2017-01-05"), article("b", "خبر", "", "2017-01-04"),
                     article("c", "خبر", "", "2017-01-03"), article("d", "خبر", "", "2017-01-02")});
  SearchRequest request{.sort = Sort::newest, .limit = 2};
  request.after = *index.searcher.search(request).next;
  index.index.add({article("new", "خبر", "", "2017-02-01")});
  index.index.remove("b");  // the article the cursor names
  CHECK(index.list(request) == Ids{"c", "d"});
}

TEST_CASE("a question without words is a list, newest first") {
  OpenedIndex index(
      {article("old", "خبر", "", "2015"), article("new", "خبر", "", "2017"), article("undated", "خبر")});
  const SearchResults results = index.searcher.search({});
  CHECK(results.sort == Sort::newest);
  CHECK(results.total == 3);
  CHECK(index.list({}) == Ids{"new", "old", "undated"});
  CHECK(index.ids("-غائب") == Ids{"new", "old", "undated"});
}

TEST_CASE("a cursor of another order, or none at all, is refused") {
  OpenedIndex index({article("a", "خبر", "", "2017"), article("b", "خبر", "", "2016")});
  const std::string cursor = *index.searcher.search({.sort = Sort::newest, .limit = 1}).next;
  for (const std::string& bad : {std::string("???"), cursor}) {
    try {
      index.searcher.search({.sort = Sort::oldest, .after = bad});
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK_FALSE(error.hint().empty());
    }
  }
}

/// Enough articles in one year, month and day that each level of the calendar is walked.
TEST_CASE("a month too full to be sorted at once is walked by its days") {
  std::vector<Article> articles;
  for (int i = 0; i < 5000; ++i)
    articles.push_back(article(fmt::format("a{:04}", (i * 37) % 5000), "خبر", "",
                               fmt::format("2017-03-{:02}T{:02}:{:02}", 1 + i % 28, i % 24, i % 60)));
  articles.push_back(article("month", "خبر", "", "2017-03"));
  articles.push_back(article("year", "خبر", "", "2017"));
  articles.push_back(article("april", "خبر", "", "2017-04-01"));
  articles.push_back(article("before", "خبر", "", "2016-12-31"));
  articles.push_back(article("none", "خبر"));
  OpenedIndex index(articles);
  for (const Sort sort : {Sort::newest, Sort::oldest}) {
    const SearchRequest request{.text = "خبر", .sort = sort, .limit = 997};
    CHECK(walk_forward(index.searcher, request) == expected(articles, sort));
  }
}

TEST_CASE("full months are walked by cursors both ways, whether all of their articles have a day or not") {
  for (const bool all_have_days : {true, false}) {
    CAPTURE(all_have_days);
    std::vector<Article> articles;
    for (int i = 0; i < 360; ++i)
      articles.push_back(article(
          fmt::format("a{:03}", (i * 37) % 360), "خبر", i % 3 == 0 ? "ثلث" : "",
          fmt::format("2017-{:02}-{:02}T{:02}:00", 1 + i % 3, 1 + (i * 11) % 31 % 28, i % 4 * 8 % 24)));
    if (!all_have_days)
      for (const std::string date : {"2017", "2017", "2017-01", "2017-01", "2017-03", "2017-02"})
        articles.push_back(article(fmt::format("b{:03}", articles.size()), "خبر", "ثلث", date));
    OpenedIndex index(articles);
    std::vector<Article> third;
    for (const Article& one : articles)
      if (one.text == "ثلث") third.push_back(one);
    for (const Sort sort : {Sort::newest, Sort::oldest})
      for (const auto& [text, found] : {std::pair{"", articles}, {"ثلث", third}}) {
        CAPTURE(text);
        const SearchRequest request{.text = text, .sort = sort, .limit = 7};
        const Ids all = expected(found, sort);
        CHECK(walk_forward(index.searcher, request) == all);
        const SearchResults whole = index.searcher.search({.text = text, .sort = sort, .limit = 1000});
        CHECK(walk_backward(index.searcher, request, whole.hits.back().cursor) ==
              Ids(all.begin(), all.end() - 1));
      }
  }
}

}  // namespace
}  // namespace fihrist
