// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of ranking: each feature by itself, then together.
#include "searcher/relevance.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::IndexFixture;
using Ids = std::vector<std::string>;

constexpr RankingOptions bm25_only{.title = 0, .exact = 0, .four_grams = 0, .proximity = 0};

/// Some twenty articles that say something else, so that no word is everywhere.
std::vector<Article> with_filler(std::vector<Article> articles) {
  for (int i = 0; i < 20; ++i)
    articles.push_back(article(fmt::format("filler-{}", i), "عنوان", "كلام عن شيء غير ذلك"));
  return articles;
}

Ids ranked(const IndexFixture& index, const std::string& query, const RankingOptions& options) {
  Archive archive(index.path(), options);
  Searcher searcher(archive);
  Ids ids;
  for (const Hit& hit : searcher.search({.text = query, .limit = 100}).hits) ids.push_back(hit.id);
  return ids;
}

TEST_CASE("a title that says it outranks one that says more besides") {
  const IndexFixture index(
      with_filler({article("long", "كيف تختار هاتف العمل المناسب لك ولزملائك في الشركة", "هاتف واحد"),
                   article("short", "هاتف العمل", "كلمات كثيرة أخرى تطيل هذا النص كثيرا جدا")}));
  RankingOptions options = bm25_only;
  options.title = 1;
  CHECK(ranked(index, "هاتف العمل", options).front() == "short");
}

TEST_CASE("the form that was typed outranks other forms of the word") {
  const IndexFixture index(
      with_filler({article("other", "", "مكتب هنا"), article("typed", "", "مكتبة هنا")}));
  RankingOptions options = bm25_only;
  options.exact = 0.5;
  const Ids typed = ranked(index, "مكتبة", options);
  CHECK(typed.front() == "typed");
}

TEST_CASE("words side by side outrank the same words apart") {
  const IndexFixture index(
      with_filler({article("apart", "", "ذكاء القطط ثم كلام طويل جدا عن أشياء كثيرة ثم شيء اصطناعي"),
                   article("together", "", "كلام طويل جدا عن القطط ثم أشياء كثيرة ثم ذكاء اصطناعي شيء")}));
  RankingOptions options = bm25_only;
  options.proximity = 1;
  CHECK(ranked(index, "ذكاء اصطناعي", options).front() == "together");
}

TEST_CASE("a weight of zero switches a feature off") {
  const IndexFixture index(
      with_filler({article("a", "هاتف العمل", "هاتف العمل"), article("b", "", "العمل على هاتف")}));
  Archive archive(index.path(), bm25_only);
  Searcher searcher(archive);
  const SearchResults results = searcher.search({.text = "هاتف العمل", .why = true});
  REQUIRE_FALSE(results.hits.empty());
  for (const Hit& hit : results.hits)
    for (const ScorePart& part : hit.why) CHECK((part.value > 0) == (part.name == "bm25"));
}

TEST_CASE("the parts of a score add up to it") {
  const IndexFixture index(
      with_filler({article("a", "هاتف العمل", "هاتف العمل"), article("b", "", "العمل على هاتف")}));
  Archive archive(index.path());
  Searcher searcher(archive);
  for (const Hit& hit : searcher.search({.text = "هاتف العمل", .why = true}).hits) {
    double sum = 0;
    for (const ScorePart& part : hit.why) sum += part.value;
    CHECK(sum == doctest::Approx(hit.score));
  }
}

TEST_CASE("pages of a relevance list fit together, also beyond what is looked at twice") {
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    std::string text = "هاتف";
    for (int j = 0; j < i; ++j) text += " كلمة";
    articles.push_back(article(fmt::format("{:02}", i), i % 7 == 0 ? "هاتف" : "خبر", text));
  }
  const IndexFixture index(articles);
  RankingOptions options;
  options.rerank_depth = 20;
  Archive archive(index.path(), options);
  Searcher searcher(archive);
  Ids whole, pages;
  for (const Hit& hit : searcher.search({.text = "هاتف", .limit = 100}).hits) whole.push_back(hit.id);
  for (std::uint32_t offset = 0; offset < 60; offset += 7)
    for (const Hit& hit : searcher.search({.text = "هاتف", .limit = 7, .offset = offset}).hits)
      pages.push_back(hit.id);
  CHECK(whole.size() == 60);
  CHECK(pages == whole);
}

TEST_CASE("scores never rise down the list") {
  const IndexFixture index(with_filler(
      {article("a", "هاتف", "هاتف هاتف"), article("b", "", "هاتف كلام"), article("c", "هاتف", "")}));
  Archive archive(index.path());
  Searcher searcher(archive);
  double last = 1e9;
  for (const Hit& hit : searcher.search({.text = "هاتف"}).hits) {
    CHECK(hit.score <= last);
    last = hit.score;
  }
}

TEST_CASE("what is quoted is found as written, and its words apart only as related") {
  test::OpenedIndex index({test::article("as written", "", "سوسة: حجز شماريخ مهربة اليوم"),
                           test::article("apart", "", "حجز كمية من الشماريخ المهربة في سوسة"),
                           test::article("other", "", "أخبار الطقس في تونس")});
  const SearchResults results = index.search("سوسة \"شماريخ مهربة\"");
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits.front().id == "as written");
  CHECK(results.total == 1);
  REQUIRE(results.related.size() == 1);
  CHECK(results.related.front().id == "apart");
  const SearchResults exact = index.searcher.search({.text = "سوسة \"شماريخ مهربة\"", .exact = true});
  CHECK(exact.hits.size() == 1);
  CHECK(exact.related.empty());
}

}  // namespace
}  // namespace fihrist
