// SPDX-License-Identifier: GPL-3.0-or-later
// The words of one article.
#include "indexer/article_words.hpp"

#include <doctest/doctest.h>

#include "schema/word_sequence.hpp"

namespace fihrist {
namespace {

std::vector<std::string> written(const ArticleWords& words, const std::vector<std::uint32_t>& places) {
  std::vector<std::string> texts;
  for (const std::uint32_t place : places) texts.push_back(words.distinct[place].text);
  return texts;
}

const ArticleWord* find(const ArticleWords& words, const std::string& text) {
  for (const ArticleWord& word : words.distinct)
    if (word.text == text) return &word;
  return nullptr;
}

}  // namespace

TEST_CASE("words are kept in order, and each distinct one is counted in title and text") {
  const ArticleWords words = words_of({.title = "هاتف جديد", .text = "هاتف هاتف galaxy"}, Analyzer());
  CHECK(written(words, words.title) == std::vector<std::string>{"هاتف", "جديد"});
  CHECK(written(words, words.text) == std::vector<std::string>{"هاتف", "هاتف", "galaxy"});
  REQUIRE(words.distinct.size() == 3);
  CHECK(words.distinct[0].text == "هاتف");
  CHECK(words.distinct[0].in_title == 1);
  CHECK(words.distinct[0].in_text == 2);
}

TEST_CASE("an alternative is counted but was not written") {
  const ArticleWords words = words_of({.text = "iPhone15"}, Analyzer());
  CHECK(words.text.size() == 1);
  const ArticleWord* part = find(words, "15");
  REQUIRE(part != nullptr);
  CHECK(part->in_text == 1);
}

TEST_CASE("occurrences with a hamza are counted") {
  const ArticleWords words = words_of({.text = "ألعاب العاب ألعاب"}, Analyzer());
  REQUIRE(words.distinct.size() == 1);
  CHECK(words.distinct[0].in_text == 3);
  CHECK(words.distinct[0].hamzas == 2);
}

TEST_CASE("of every so many words of the text it is kept where they begin") {
  std::string text;
  std::vector<std::uint32_t> begins;
  for (std::size_t i = 0; i < 3 * words_per_place; ++i) {
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    text += i % 2 == 0 ? "Wi-Fi " : "شبكةٌ، ";
  }
  const ArticleWords words = words_of({.title = "عنوان", .text = text}, Analyzer());
  CHECK(words.text.size() == begins.size());
  CHECK(words.places == std::vector<std::uint32_t>{0, begins[words_per_place], begins[2 * words_per_place]});
}

TEST_CASE("lines of the site are no words of the article, and places count without them") {
  const ArticleWords words =
      words_of({.text = "قائمة الموقع\nخبر جديد\nحقوق النشر", .site_lines = {0, 2}}, Analyzer());
  CHECK(words.text.size() == 2);
  CHECK(find(words, "خبر") != nullptr);
  CHECK(find(words, "الموقع") == nullptr);
  CHECK(words.places == std::vector<std::uint32_t>{0});
}

TEST_CASE("an article without text has no words") { CHECK(words_of({}, Analyzer()).distinct.empty()); }

}  // namespace fihrist
