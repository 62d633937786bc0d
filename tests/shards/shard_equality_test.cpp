// SPDX-License-Identifier: GPL-3.0-or-later
// An archive in shards answers as the archive does, to the last digit.
#include <doctest/doctest.h>

#include <map>
#include <memory>

#include "searcher/results_json.hpp"
#include "searcher/searcher.hpp"
#include "tests/shards/served_shards.hpp"
#include "tests/shards/synthetic_archive.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr int articles = 600;

/// The archive, and the same in 1, 2 and 4 shards.
struct Cuts {
  Cuts() {
    for (const unsigned shards : {1U, 2U, 4U}) {
      served[shards] = std::make_unique<ServedShards>(source.path(), shards);
      archives[shards] =
          std::make_unique<Archive>(source.path(), RankingOptions{}, served[shards]->options());
    }
  }

  SourceArchive source{synthetic_articles(articles)};
  Archive whole{source.path()};
  std::map<unsigned, std::unique_ptr<ServedShards>> served;
  std::map<unsigned, std::unique_ptr<Archive>> archives;
};

Cuts& cuts() {
  static Cuts cuts;
  return cuts;
}

/// All that is told of an answer but the time it took and the number of shards.
std::string told(SearchResults results) {
  results.took_ms = 0;
  results.shards.reset();
  return to_json(results);
}

/// Asks the archive and all its cuts, and compares what `ask` gives as text.
template <typename Ask>
void check_equal(const Ask& ask) {
  Searcher whole(cuts().whole);
  const std::string expected = ask(whole);
  CHECK(!expected.empty());
  for (auto& [shards, archive] : cuts().archives) {
    CAPTURE(shards);
    Searcher searcher(*archive);
    CHECK(ask(searcher) == expected);
    REQUIRE(searcher.coverage());
    CHECK(*searcher.coverage() == ShardCoverage{.answered = shards, .of = shards});
  }
}

std::string told_hits(const std::vector<Hit>& hits) {
  SearchResults results;
  results.hits = hits;
  return told(results);
}

const std::vector<std::string> queries{
    "هاتف",
    "خوارزمية",
    "الهواتف سامسونج",
    "google أندرويد",
    "في على من",
    "\"محرك البحث الجديد\"",
    "«خصوصية المستخدم»",
    "\"البحث محرك\"",
    "\"صدرت النسخة 4.0\" تشفير",
    "عنوان:\"شبكة\"",
    "عنوان:هاتف",
    "تشفير OR ثغرة",
    "\"محرك البحث\" أو معالج",
    "هاتف -سامسونج",
    "هاتف -\"محرك البحث\"",
    "تطبيق*",
    "(حاسوب OR معالج) كاتب:\"ليلى حداد\"",
    "وسم:برمجة",
    "سنة:2015 هاتف",
    "شهر:2015-06",
    "after:2013 before:2016-03 شبكة",
    "site:site1.example متصفح",
    "مصدر:\"عالم التقنية\" -وسم:أمن",
    "نقلًا الصحيفة",
    "هاتفف",
    "خوارزمبة",
    "غائبة تماما",
    "تشفير بطارية خصوصية ثغرات معالج متصفح",
    "ما هو التشفير",
    "",
};

}  // namespace

TEST_CASE("every query gives the same hits, scores, snippets, counts and repairs") {
  for (const std::string& query : queries) {
    CAPTURE(query);
    check_equal(
        [&](Searcher& searcher) { return told(searcher.search({.text = query, .limit = 25, .why = true})); });
  }
}

TEST_CASE("exact words, facets, filters and copies are the same") {
  for (const std::string& query : queries) {
    CAPTURE(query);
    check_equal([&](Searcher& searcher) {
      return told(searcher.search({.text = query, .exact = true, .facets = true})) +
             told(searcher.search({.text = query,
                                   .authors = {"أحمد منصور", "عمر زين"},
                                   .tags = {"هواتف"},
                                   .from = Date{.year = 2013, .precision = DatePrecision::year},
                                   .facets = true})) +
             told(searcher.search({.text = query, .limit = 50, .copies = true})) +
             told(searcher.search({.text = query, .copies_of = "a5"}));
    });
  }
}

TEST_CASE("near copies are folded over shards") {
  Searcher searcher(*cuts().archives[4]);
  const SearchResults results = searcher.search({.text = "نقلًا الصحيفة", .limit = 50});
  CHECK(results.folded > 0);
}

TEST_CASE("deep pages by relevance are the same") {
  for (const std::uint32_t offset : {0U, 90U, 110U, 300U})
    check_equal([&](Searcher& searcher) {
      return told(searcher.search({.text = "هاتف شركات", .limit = 40, .offset = offset}));
    });
}

TEST_CASE("the whole list by date is the same, page after page and back") {
  for (const char* query : {"", "هاتف", "\"محرك البحث\"", "تشفير OR ثغرة"})
    for (const Sort sort : {Sort::newest, Sort::oldest}) {
      CAPTURE(query);
      std::size_t pages = 0;
      check_equal([&](Searcher& searcher) {
        std::string all;
        SearchRequest request{.text = query, .sort = sort, .limit = 23, .snippets = false};
        std::optional<std::string> back;
        for (pages = 0;; ++pages) {
          const SearchResults page = searcher.search(request);
          all += told(page);
          back = page.previous;
          if (!page.next) break;
          request.after = *page.next;
        }
        request.after.clear();
        while (back) {
          request.before = *back;
          const SearchResults page = searcher.search(request);
          all += told(page);
          back = page.previous;
        }
        return all;
      });
      CHECK(pages > 1);
    }
}

TEST_CASE("articles, neighbours, places and similar articles are the same") {
  for (const char* id : {"a0", "a3", "a5", "a113", "a299", "a599"}) {
    CAPTURE(id);
    check_equal([&](Searcher& searcher) {
      const auto neighbours = searcher.neighbours(id);
      const auto place = searcher.place({.text = "هاتف"}, id);
      std::vector<Hit> hits = searcher.similar(id, 8);
      for (const auto& other : {neighbours->newer, neighbours->older, place ? place->next : std::nullopt})
        if (other) hits.push_back(*other);
      return to_json(*searcher.article(id)) + told_hits(hits) +
             (place ? std::to_string(place->number) + "/" + std::to_string(place->total) : "");
    });
  }
}

TEST_CASE("suggestions, names, periods and explanations are the same") {
  for (const char* typed : {"ه", "الش", "هاتف ش", "goo", "خوا", "محرك ا"}) {
    CAPTURE(typed);
    check_equal([&](Searcher& searcher) {
      std::string all = "suggestions:";
      for (const std::string& one : searcher.suggest(typed, 10)) all += one + '\n';
      return all;
    });
  }
  check_equal([](Searcher& searcher) {
    std::string all;
    for (const Field field : {Field::author, Field::source, Field::tag})
      for (const FacetValue& value : searcher.names(field)) all += value.value + std::to_string(value.count);
    for (const Period& year : searcher.years()) all += std::to_string(year.year) + std::to_string(year.count);
    for (const Period& month : searcher.months(2015))
      all += std::to_string(month.month) + std::to_string(month.count);
    const ArchiveStats stats = searcher.stats();
    for (const ExplainedQueryWord& word : searcher.explain("هواتف google").words)
      for (const auto& form : word.forms) all += std::to_string(form.articles) + ' ';
    return all + std::to_string(stats.articles) + ' ' + std::to_string(stats.undated) + ' ' +
           std::to_string(stats.manifest.text_bytes);
  });
}

TEST_CASE("concordances are the same") {
  check_equal([](Searcher& searcher) {
    std::string all;
    SearchRequest request{.text = "\"محرك البحث\"", .limit = 20};
    for (;;) {
      const Concordance page = searcher.concordance(request);
      for (const Occurrence& one : page.occurrences) all += one.id + one.context.text + one.cursor + '\n';
      if (!page.next) return all;
      request.after = *page.next;
    }
  });
}
