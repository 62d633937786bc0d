// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of what surrounds a search: articles, neighbours, places, likeness, suggestions, statistics.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::OpenedIndex;
using Ids = std::vector<std::string>;

TEST_CASE("an article comes back as it was stored") {
  Article one = article("a b/ج", "عنوان", "نص\nثان", "2017-01-20T16:56");
  one.authors = {"أحمد", "سمر"};
  one.url = "https://example.com/1";
  OpenedIndex index({one});
  const auto stored = index.searcher.article("a b/ج");
  REQUIRE(stored);
  CHECK(stored->title == one.title);
  CHECK(stored->text == one.text);
  CHECK(stored->authors == one.authors);
  CHECK(stored->date == one.date);
  CHECK_FALSE(index.searcher.article("غائب"));
  CHECK_FALSE(index.searcher.article(""));
}

TEST_CASE("neighbours are those before and after in time, also at the ends") {
  OpenedIndex index({article("1", "", "", "2015"), article("2", "", "", "2016"),
                     article("3", "", "", "2016-01-01"), article("4", ""), article("5", "")});
  const auto around = [&](const std::string& id) {
    const Neighbours both = *index.searcher.neighbours(id);
    return Ids{both.newer ? both.newer->id : "-", both.older ? both.older->id : "-"};
  };
  CHECK(around("1") == Ids{"2", "4"});
  CHECK(around("2") == Ids{"3", "1"});
  CHECK(around("3") == Ids{"-", "2"});
  CHECK(around("4") == Ids{"1", "5"});
  CHECK(around("5") == Ids{"4", "-"});
  CHECK_FALSE(index.searcher.neighbours("غائب"));
}

TEST_CASE("a place in results agrees with the list, in every order") {
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i)
    articles.push_back(article(fmt::format("{:02}", i), i % 4 == 0 ? "هاتف" : "خبر",
                               i % 3 == 0 ? "هاتف جديد" : "هاتف", fmt::format("20{:02}", i % 7 + 10)));
  OpenedIndex index(articles);
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
    const SearchRequest request{.text = "هاتف", .sort = sort, .limit = 100};
    const Ids list = index.list(request);
    REQUIRE(list.size() == 30);
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto place = index.searcher.place(request, list[i]);
      REQUIRE(place);
      CHECK(place->number == i + 1);
      CHECK(place->total == 30);
      CHECK((place->previous ? place->previous->id : "") == (i > 0 ? list[i - 1] : ""));
      CHECK((place->next ? place->next->id : "") == (i + 1 < list.size() ? list[i + 1] : ""));
    }
    CHECK_FALSE(index.searcher.place(request, list[20], 10));
  }
  CHECK_FALSE(index.searcher.place({.text = "غائب"}, "00"));
  CHECK_FALSE(index.searcher.place({.text = "هاتف"}, "غائب"));
}

TEST_CASE("similar articles share telling words, without the article itself") {
  OpenedIndex index({article("a", "بطاريات الليثيوم", "شحن بطاريات الليثيوم بسرعة"),
                     article("b", "بطاريات الليثيوم في السيارات", "مدى السيارة"),
                     article("c", "وصفة الكعك", "طحين وسكر"), article("d", "كعك الشوكولاتة", "سكر وزبدة")});
  const auto like = index.searcher.similar("a", 3);
  REQUIRE_FALSE(like.empty());
  CHECK(like.front().id == "b");
  for (const Hit& hit : like) CHECK(hit.id != "a");
  CHECK(index.searcher.similar("a", 0).empty());
  CHECK(index.searcher.similar("غائب", 3).empty());
}

TEST_CASE("suggestions see through spelling, the article, joined words and the script of a name") {
  OpenedIndex index({article("1", "سامسونج تكشف هاتفها", ""), article("2", "Samsung Galaxy S8", ""),
                     article("3", "أخبار الرئيس", ""), article("4", "أخبار الرياضة والشباب", ""),
                     article("5", "إدارة الهواتف", "")});
  struct Row {
    std::string typed, offered;
  };
  for (const Row& row : {Row{"سام", "سامسونج تكشف هاتفها"}, Row{"سام", "Samsung Galaxy S8"},
                         Row{"sams", "سامسونج تكشف هاتفها"}, Row{"SAMS", "Samsung Galaxy S8"},
                         Row{"اد", "إدارة الهواتف"}, Row{"أد", "إدارة الهواتف"}, Row{"هو", "إدارة الهواتف"},
                         Row{"الهو", "إدارة الهواتف"}, Row{"الش", "أخبار الرياضة والشباب"},
                         Row{"شب", "أخبار الرياضة والشباب"}, Row{"رياضه", "أخبار الرياضة والشباب"}}) {
    CAPTURE(row.typed);
    const Ids list = index.searcher.suggest(row.typed, 10);
    CHECK(std::find(list.begin(), list.end(), row.offered) != list.end());
  }
  const Ids president = index.searcher.suggest("الرئ", 10);
  const auto at = [&](const char* word) { return std::find(president.begin(), president.end(), word); };
  CHECK(at("الرئيس") < at("الرياضة"));
}

TEST_CASE("suggestions complete the last word by titles and words of the archive") {
  OpenedIndex index({article("a", "أمن المعلومات للمبتدئين", ""), article("b", "أمن الشبكات", "المعلوماتية"),
                     article("c", "طبخ", "معلومة")});
  const auto of = [&](const std::string& typed, std::uint32_t limit = 10) {
    return index.searcher.suggest(typed, limit);
  };
  const auto has = [](const Ids& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  CHECK(of("أمن").front().starts_with("أمن"));
  CHECK(of("أمن المع").front() == "أمن المعلومات للمبتدئين");
  CHECK(has(of("أمن المع"), "أمن المعلوماتية"));
  CHECK_FALSE(has(of("طبخ المع"), "طبخ المعلوماتية"));  // no article holds both
  CHECK(of("أمن المع", 1).size() == 1);
  CHECK(of("").empty());
  CHECK(of("ظظظ").empty());
}

TEST_CASE("years and months count all articles, undated ones too") {
  OpenedIndex index({article("a", "", "", "2016-03-01"), article("b", "", "", "2016-03"),
                     article("c", "", "", "2016"), article("d", "", "", "2017-12-31"), article("e", "")});
  const auto years = index.searcher.years();
  REQUIRE(years.size() == 3);
  CHECK((years[0].year == 2017 && years[0].count == 1));
  CHECK((years[1].year == 2016 && years[1].count == 3));
  CHECK((years[2].year == 0 && years[2].count == 1));
  const auto months = index.searcher.months(2016);
  REQUIRE(months.size() == 2);
  CHECK((months[0].month == 3 && months[0].count == 2));
  CHECK((months[1].month == 0 && months[1].count == 1));
  CHECK(index.searcher.months(1999).empty());

  const ArchiveStats stats = index.searcher.stats();
  CHECK(stats.articles == 5);
  CHECK(stats.undated == 1);
  CHECK(stats.index_bytes > 0);
  CHECK(stats.years.size() == 3);
  CHECK(stats.manifest.articles == 5);
}

}  // namespace
}  // namespace fihrist
