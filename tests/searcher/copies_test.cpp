// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that are nearly the same, folded and unfolded.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::IndexFixture;

std::vector<Article> many(int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i)
    articles.push_back(article("n" + std::to_string(i), "هاتف",
                               "هاتف جديد " + std::string(static_cast<std::size_t>(1 + i), 'x'),
                               "2017-01-" + std::to_string(10 + i)));
  return articles;
}

}  // namespace

TEST_CASE("of near copies the best one is listed, with the number of the others, and the total stays exact") {
  IndexFixture index(many(12));
  index.put_in_cluster(7, {"n1", "n2", "n3", "n4"});
  index.put_in_cluster(9, {"n5", "n6"});
  Archive archive(index.path());
  Searcher searcher(archive);
  const SearchResults folded = searcher.search({.text = "هاتف", .limit = 100});
  CHECK(folded.total == 12);
  CHECK(folded.folded == 4);
  CHECK(folded.hits.size() == 8);
  CHECK(folded.listed() == 8);
  std::uint64_t copies = 0;
  for (const Hit& hit : folded.hits) copies += hit.copies;
  CHECK(copies == 4);

  const SearchResults all = searcher.search({.text = "هاتف", .limit = 100, .copies = true});
  CHECK(all.hits.size() == 12);
  CHECK(all.folded == 0);
  CHECK(searcher.search({.text = "هاتف", .sort = Sort::newest, .limit = 100}).hits.size() == 12);
}

TEST_CASE(
    "one article and its copies can be asked for by its id or theirs, with every word and limit in force") {
  IndexFixture index(many(6));
  index.put_in_cluster(7, {"n1", "n2", "n3"});
  Archive archive(index.path());
  Searcher searcher(archive);
  const auto ids = [&](const SearchRequest& request) {
    std::vector<std::string> found;
    for (const Hit& hit : searcher.search(request).hits) found.push_back(hit.id);
    std::sort(found.begin(), found.end());
    return found;
  };
  using Ids = std::vector<std::string>;
  CHECK(ids({.text = "هاتف", .copies_of = "n2"}) == Ids{"n1", "n2", "n3"});
  CHECK(ids({.copies_of = "other-n3"}) == Ids{"n1", "n2", "n3"});
  CHECK(ids({.text = "xxx", .copies_of = "n2"}) == Ids{"n2"});
  CHECK(ids({.to = parse_date("2017-01-11"), .copies_of = "n2"}) == Ids{"n1"});
  CHECK(ids({.text = "هاتف", .copies_of = "n5"}) == Ids{"n5"});
  CHECK(ids({.text = "هاتف", .copies_of = "none"}).empty());
  CHECK(searcher.search({.text = "هاتف", .copies_of = "n2"}).folded == 0);
}

TEST_CASE("pages of a folded list fit together, however many copies stand in front") {
  IndexFixture index(many(15));
  std::vector<std::string> copies;
  for (int i = 0; i < 11; ++i) copies.push_back("n" + std::to_string(i));
  index.put_in_cluster(7, copies);
  Archive archive(index.path());
  Searcher searcher(archive);
  std::vector<std::string> whole, paged;
  for (const Hit& hit : searcher.search({.text = "هاتف", .limit = 100}).hits) whole.push_back(hit.id);
  for (std::uint32_t offset = 0; offset < 8; offset += 2)
    for (const Hit& hit : searcher.search({.text = "هاتف", .limit = 2, .offset = offset}).hits)
      paged.push_back(hit.id);
  CHECK(whole.size() == 5);
  CHECK(paged == whole);
}

TEST_CASE("an article is found by the id of its copy, too") {
  IndexFixture index(many(2));
  index.put_in_cluster(7, {"n1"});
  Archive archive(index.path());
  Searcher searcher(archive);
  REQUIRE(searcher.article("other-n1").has_value());
  CHECK(searcher.article("other-n1")->id == "n1");
  CHECK_FALSE(searcher.article("other-n0").has_value());
}

TEST_CASE("a list of all copies tells the ids of those that are one article") {
  IndexFixture index(many(2));
  index.put_in_cluster(7, {"n1"});
  Archive archive(index.path());
  Searcher searcher(archive);
  for (const Hit& hit : searcher.search({.text = "هاتف", .copies = true}).hits)
    CHECK(hit.other_ids ==
          (hit.id == "n1" ? std::vector<std::string>{"other-n1"} : std::vector<std::string>{}));
}

TEST_CASE("lines of the site are in no snippet") {
  Article one =
      article("a", "خبر", "شعار الموقع وهاتف المكتب\nهاتف جديد في السوق هذا العام\nهاتف المكتب للاتصال");
  one.site_lines = {0, 2};
  test::OpenedIndex opened({one});
  const SearchResults results = opened.search("هاتف");
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].snippet.text == "هاتف جديد في السوق هذا العام");
}

}  // namespace fihrist
