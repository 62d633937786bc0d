// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the table of four-grams.
#include "searcher/four_grams.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fihrist {
namespace {

Lexicon lexicon_of(const std::vector<std::string>& words) {
  Lexicon lexicon;
  for (const std::string& word : words) lexicon.count(lexicon.intern(word), false);
  return lexicon;
}

std::vector<std::string> words_with(const Lexicon& lexicon, const std::string& letters) {
  const FourGramTable table(lexicon);
  std::vector<std::string> words;
  const auto number = table.find(four_grams(letters).front());
  if (!number) return words;
  for (const WordId id : table.words_with(*number)) words.emplace_back(lexicon.word(id));
  return words;
}

TEST_CASE("the table finds the words that hold a four-gram, by number") {
  const Lexicon lexicon = lexicon_of({"مكتبة", "كتاب", "مكتب", "المكتب", "كتب", "مكة"});
  CHECK(words_with(lexicon, "مكتب") == std::vector<std::string>{"مكتبة", "مكتب", "المكتب"});
  CHECK(words_with(lexicon, "كتب") == std::vector<std::string>{"كتب"});  // a short word is one by itself
  CHECK(words_with(lexicon, "هاتف").empty());
}

TEST_CASE("a word that holds a four-gram twice comes twice") {
  CHECK(words_with(lexicon_of({"aaaaa", "baaaa"}), "aaaa") ==
        std::vector<std::string>{"aaaaa", "aaaaa", "baaaa"});
}

TEST_CASE("a four-gram is as frequent as the words that hold it, all together") {
  Lexicon lexicon = lexicon_of({"مكتبة", "مكتب"});
  lexicon.count(*lexicon.find("مكتب"), false);
  const FourGramTable table(lexicon);
  CHECK(table.frequency(*table.find(four_grams("مكتب").front())) == 3);
  CHECK(table.frequency(*table.find(four_grams("كتبة").front())) == 1);
}

}  // namespace
}  // namespace fihrist
