// SPDX-License-Identifier: GPL-3.0-or-later
// Every form that is searched says why.
#include "searcher/query_explanation.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::OpenedIndex;
using Words = std::vector<std::string>;

std::vector<FormOrigin> origins(const ExplainedQueryWord& word) {
  std::vector<FormOrigin> all;
  for (const ExplainedForm& form : word.forms) all.push_back(form.origin);
  return all;
}

bool has(const ExplainedQueryWord& word, FormOrigin origin, const Words& stems) {
  return std::ranges::any_of(
      word.forms, [&](const ExplainedForm& form) { return form.origin == origin && form.stems == stems; });
}

const std::vector<Article>& library() {
  static const std::vector<Article> articles{
      article("1", "هواتف جديدة", "الهواتف من جوجل"), article("2", "هاتف واحد", "شاشة كبيرة"),
      article("3", "الذكاء الاصطناعي", "ذكاء اصطناعي في الآلة"), article("4", "نماذج GPT-4", "شرح")};
  return articles;
}

}  // namespace

TEST_CASE("each form of a word tells where it comes from, and how many articles hold it") {
  OpenedIndex index(library());
  const QueryExplanation phone = index.searcher.explain("هاتف");
  REQUIRE(phone.words.size() == 1);
  CHECK(phone.words[0].typed == "هاتف");
  CHECK(origins(phone.words[0]) == std::vector<FormOrigin>{FormOrigin::typed, FormOrigin::plural});
  CHECK(phone.words[0].forms[1].stems == Words{"هواتف"});
  CHECK(phone.words[0].forms[1].articles == 1);
  CHECK(phone.total == 2);
  CHECK(has(index.searcher.explain("google").words.at(0), FormOrigin::name, {"جوجل"}));
  CHECK(has(index.searcher.explain("ذكاءاصطناعي").words.at(0), FormOrigin::apart, {"ذكاء", "اصطناعي"}));
  CHECK(has(index.searcher.explain("gpt4").words.at(0), FormOrigin::typed, {"gpt4"}));
}

TEST_CASE("a quoted word has no form but its own") {
  OpenedIndex index(library());
  const QueryExplanation exact = index.searcher.explain("\"هاتف\"");
  REQUIRE(exact.words.size() == 1);
  CHECK(exact.words[0].quoted);
  CHECK(origins(exact.words[0]) == std::vector<FormOrigin>{FormOrigin::typed});
}

TEST_CASE("what was tried instead is told with what it finds") {
  OpenedIndex index(library());
  const QueryExplanation wrong = index.searcher.explain("هاطف");
  REQUIRE_FALSE(wrong.repairs.empty());
  CHECK(wrong.total == 0);
  CHECK(wrong.repairs.front().total > 0);
}

}  // namespace fihrist
