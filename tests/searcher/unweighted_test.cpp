// SPDX-License-Identifier: GPL-3.0-or-later
// Archives in which every article has the same source, month and word, and some articles were removed.
#include "searcher/unweighted.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "schema/archive_layout.hpp"
#include "schema/fields.hpp"
#include "searcher/index_view.hpp"
#include "tests/searcher/index_fixture.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr std::uint64_t left = 2399;

std::vector<Article> uniform_articles() {
  std::vector<Article> articles;
  for (int i = 0; i < 2400; ++i) {
    Article one = article(fmt::format("id-{}", i), fmt::format("هاتف {}", i), "شبكة", "2017-01-20");
    one.source = "أخبار";
    one.authors = {"سعاد"};
    articles.push_back(one);
  }
  return articles;
}

/// More than go into one chunk of the list of all articles, with a gap.
struct UniformArchive : OpenedIndex {
  UniformArchive() : OpenedIndex(uniform_articles()) { index.remove("id-7"); }
};

}  // namespace

TEST_CASE("what every article has is searched, filtered, counted and walked, with gaps among them too") {
  UniformArchive opened;
  struct Row {
    const char* what;
    SearchRequest request;
  };
  const std::vector<Row> rows{
      {"a source", {.sources = {"أخبار"}, .facets = true}},
      {"a source and an author", {.authors = {"سعاد"}, .sources = {"أخبار"}}},
      {"a source or another", {.sources = {"أخبار", "غيرها"}}},
      {"a word", {.text = "شبكة", .facets = true}},
      {"a word by date", {.text = "شبكة", .sort = Sort::newest}},
      {"a word from a source", {.text = "شبكة مصدر:أخبار"}},
      {"a phrase", {.text = "\"شبكة\""}},
      {"one word of two", {.text = "شبكة OR هاتف", .sort = Sort::oldest}},
      {"all but a word that is nowhere", {.text = "مصدر:أخبار -حاسوب"}},
      {"a year by date", {.sort = Sort::oldest, .from = parse_date("2017"), .to = parse_date("2017")}},
      {"a month by date", {.sort = Sort::newest, .from = parse_date("2017-01"), .to = parse_date("2017-01")}},
      {"everything by date", {.sort = Sort::newest}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    SearchRequest request = row.request;
    request.limit = 1000;
    request.offset = 1000;
    const SearchResults results = opened.searcher.search(request);
    CHECK(results.total == left);
    CHECK(results.hits.size() == 1000);
  }
  CHECK(opened.searcher.search({.text = "حاسوب -شبكة"}).total == 0);
  CHECK(opened.searcher.suggest("شبكة ها", 5).size() > 0);
}

TEST_CASE("Xapian still has the fault for which this room counts without BoolWeight") {
  const UniformArchive opened;
  const Xapian::Database database(ArchiveLayout(opened.index.path()).current_generation()->string());
  const auto matches = [&](const Xapian::Query& query, const Xapian::Weight& weight) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(weight);
    return enquire.get_mset(0, database.get_doccount()).size();
  };
  const std::string source = term_of(Field::source, "اخبار");
  CHECK_THROWS_AS(matches(Xapian::Query(source), Xapian::BoolWeight()), Xapian::DatabaseCorruptError);
  CHECK(matches(Xapian::Query(source), NoWeight()) == left);
  const ArchiveState state("", {}, Lexicon(), {}, {}, RecordCodec());
  const IndexView index{database, state};
  CHECK(matches(term_filter(index, source), Xapian::BoolWeight()) == left);
}
