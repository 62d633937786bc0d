// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of facets.
#include "searcher/facet_counter.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::OpenedIndex;

std::vector<Article> articles() {
  std::vector<Article> list;
  for (int i = 0; i < 60; ++i) {
    Article one = article(fmt::format("{:02}", i), "خبر", i % 3 == 0 ? "أخضر" : "أحمر",
                          i % 10 == 0 ? "" : fmt::format("{}", 2010 + i % 4));
    one.authors = {i % 2 == 0 ? "أحمد" : "سمر"};
    if (i == 0) one.authors = {"احمد"};
    if (i % 5 == 0) one.tags = {"برمجة", fmt::format("وسم {}", i)};
    if (i % 4 == 0) one.source = "عالم";
    list.push_back(one);
  }
  return list;
}

std::uint64_t sum(const std::vector<FacetValue>& values) {
  std::uint64_t total = 0;
  for (const FacetValue& value : values) total += value.count;
  return total;
}

std::vector<std::string> names(const std::vector<FacetValue>& values) {
  std::vector<std::string> list;
  for (const FacetValue& value : values) list.push_back(value.value);
  return list;
}

TEST_CASE("years add up to the total, newest first, undated last") {
  OpenedIndex index(articles());
  for (const char* query : {"", "خبر", "أخضر", "-أخضر", "\"خبر\"", "خبر OR غائب"})
    for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
      CAPTURE(std::string(query));
      const SearchResults results = index.searcher.search({.text = query, .sort = sort, .facets = true});
      REQUIRE(results.facets);
      CHECK(sum(results.facets->year) == results.total);
      CHECK(names(results.facets->year).back() == "undated");
      CHECK(sum(results.facets->month) <= results.total);
      CHECK(names(results.facets->year).front() == "2013");
      CHECK(sum(results.facets->author) == results.total);
    }
}

TEST_CASE("a value's count is what searching for that value finds") {
  OpenedIndex index(articles());
  const Facets facets = *index.searcher.search({.text = "أحمر", .facets = true}).facets;
  for (const FacetValue& author : facets.author)
    CHECK(index.searcher.search({.text = "أحمر", .authors = {author.value}}).total == author.count);
  for (const FacetValue& tag : facets.tag)
    CHECK(index.searcher.search({.text = "أحمر", .tags = {tag.value}}).total == tag.count);
  for (const FacetValue& source : facets.source)
    CHECK(index.searcher.search({.text = "أحمر", .sources = {source.value}}).total == source.count);
}

TEST_CASE("names that differ in spelling only are one, under the commonest spelling") {
  OpenedIndex index(articles());
  CHECK(names(index.searcher.search({.facets = true}).facets->author) ==
        std::vector<std::string>{"أحمد", "سمر"});
}

TEST_CASE("the most frequent values come first, and counting again gives the same") {
  OpenedIndex index(articles());
  const SearchRequest request{.text = "خبر", .facets = true};
  const Facets first = *index.searcher.search(request).facets;
  CHECK(first.tag.front().value == "برمجة");
  CHECK(first.tag.front().count == 12);
  CHECK(names(index.searcher.search(request).facets->tag) == names(first.tag));
  CHECK_FALSE(index.searcher.search({.text = "خبر"}).facets);
}

TEST_CASE("facets follow what is committed") {
  OpenedIndex index(articles());
  const SearchRequest request{.facets = true};
  const std::uint64_t before = index.searcher.search(request).total;
  index.index.add({article("new", "خبر", "", "2020")});
  const SearchResults after = index.searcher.search(request);
  CHECK(after.total == before + 1);
  CHECK(after.facets->year.front().value == "2020");
}

}  // namespace
}  // namespace fihrist
