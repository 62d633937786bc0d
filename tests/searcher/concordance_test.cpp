// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the concordance: every place, in the order of time, whatever the size of a page.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "schema/error.hpp"
#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::OpenedIndex;

std::vector<Article> archive() {
  std::vector<Article> articles{
      article("undated", "", "هاتف بلا تاريخ"),
      article("old", "هاتف قديم", "وصل الهاتف ثم بيعت هواتف أخرى.\nهذا هاتف آخر", "2015-03-01"),
      article("other", "حاسوب", "حاسوب جديد", "2016"), article("new", "خبر", "سعر الهاتف", "2017-01-20")};
  for (int i = 0; i < 40; ++i)
    articles.push_back(
        article(fmt::format("many{:02}", i), "", "هاتف وهاتف", fmt::format("2016-05-{:02}", i % 28 + 1)));
  return articles;
}

struct Walked {
  std::vector<std::string> places;
  int pages = 0;
};

std::string text_of(const Occurrence& place) {
  return place.id + (place.in_title ? " title " : " text ") +
         std::to_string(place.context.highlights.front().begin);
}

Walked forward(Searcher& searcher, SearchRequest request) {
  Walked walked;
  for (;; ++walked.pages) {
    const Concordance page = searcher.concordance(request);
    for (const Occurrence& place : page.occurrences) walked.places.push_back(text_of(place));
    if (!page.next || walked.pages > 1000) return walked;
    request.after = *page.next;
  }
}

TEST_CASE("every place is listed once, oldest article first, undated ones last, title before text") {
  OpenedIndex index(archive());
  const Walked all = forward(index.searcher, {.text = "هاتف", .limit = 1000});
  CHECK(all.places.size() == 1 + 4 + 80 + 1);
  CHECK(all.places.front() == "old title 0");
  CHECK(all.places[1] == "old text 4");
  CHECK(all.places.back() == "undated text 0");
  const Walked newest = forward(index.searcher, {.text = "هاتف", .sort = Sort::newest, .limit = 1000});
  CHECK(newest.places.front() == "new text 4");
  CHECK(newest.places.size() == all.places.size());
}

TEST_CASE("pages of any size add up to the same list, forward and back") {
  OpenedIndex index(archive());
  const auto whole = forward(index.searcher, {.text = "هاتف", .limit = 1000}).places;
  for (const std::uint32_t limit : {1U, 2U, 3U, 7U, 50U}) {
    CAPTURE(limit);
    CHECK(forward(index.searcher, {.text = "هاتف", .limit = limit}).places == whole);
    std::vector<std::string> back;
    SearchRequest request{.text = "هاتف", .limit = 1000};
    Concordance page = index.searcher.concordance(request);
    request.limit = limit;
    request.before = page.occurrences.back().cursor;
    for (int pages = 0; pages < 200; ++pages) {
      page = index.searcher.concordance(request);
      std::vector<std::string> these;
      for (const Occurrence& place : page.occurrences) these.push_back(text_of(place));
      back.insert(back.begin(), these.begin(), these.end());
      if (!page.previous) break;
      request.before = *page.previous;
    }
    back.push_back(whole.back());
    CHECK(back == whole);
  }
}

TEST_CASE("a context is one line of whole words around one marked place") {
  const std::string filler =
      "كلمات كثيرة تملأ السطر قبل الموضع وبعده حتى لا يبقى مكان لغيرها في هذا السياق القصير ";
  OpenedIndex index({article("1", "", filler + "\nوصلت وللهواتف هنا " + filler)});
  const Concordance page = index.searcher.concordance({.text = "هاتف", .limit = 10});
  REQUIRE(page.occurrences.size() == 1);
  const Snippet& context = page.occurrences.front().context;
  CHECK(context.text.find('\n') == std::string::npos);
  CHECK(context.text.starts_with("…"));
  CHECK(context.text.ends_with("…"));
  REQUIRE(context.highlights.size() == 1);
  CHECK(context.highlights.front().end - context.highlights.front().begin == 8);
}

TEST_CASE("words of a phrase side by side are one place") {
  OpenedIndex index({article("1", "", "الذكاء الاصطناعي ثم ذكاء بلا صفة")});
  CHECK(index.searcher.concordance({.text = "\"الذكاء الاصطناعي\"", .limit = 10}).occurrences.size() == 1);
}

TEST_CASE("a query without words has no places, and its articles are counted") {
  OpenedIndex index(archive());
  const Concordance page = index.searcher.concordance({.text = "سنة:2017", .limit = 10});
  CHECK(page.occurrences.empty());
  CHECK_FALSE(page.next);
  CHECK(page.articles == 1);
}

TEST_CASE("limits of the search are limits of the concordance") {
  OpenedIndex index(archive());
  const Concordance page = index.searcher.concordance(
      {.text = "هاتف", .limit = 10, .from = parse_date("2017"), .to = parse_date("2017")});
  REQUIRE(page.occurrences.size() == 1);
  CHECK(page.occurrences.front().id == "new");
}

TEST_CASE("text that is no cursor of this order is refused") {
  OpenedIndex index(archive());
  const std::string cursor = *index.searcher.concordance({.text = "هاتف", .limit = 1}).next;
  for (const std::string& wrong : {std::string("x"), std::string("."), cursor + "x",
                                   cursor.substr(0, cursor.find('.')), std::string(1000, 'A')}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(index.searcher.concordance({.text = "هاتف", .limit = 1, .after = wrong}), Error);
    CHECK_THROWS_AS(index.searcher.concordance({.text = "هاتف", .limit = 1, .before = wrong}), Error);
  }
  CHECK_THROWS_AS(
      index.searcher.concordance({.text = "هاتف", .sort = Sort::newest, .limit = 1, .after = cursor}), Error);
}

}  // namespace
}  // namespace fihrist
