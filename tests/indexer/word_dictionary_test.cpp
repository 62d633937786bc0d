// SPDX-License-Identifier: GPL-3.0-or-later
// A dictionary of the machine vouches for words that a small collection has not met.
#include "indexer/word_dictionary.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "analysis/analyzer.hpp"
#include "analysis/fold.hpp"
#include "tests/schema/temporary_directory.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

WordDictionary dictionary_of(const TemporaryDirectory& directory, const std::string& text) {
  std::ofstream(directory.path() / "ar.dic") << text;
  return WordDictionary(directory.path() / "ar.dic");
}

}  // namespace

TEST_CASE("entries are folded words without their flags; the first line counts them") {
  const TemporaryDirectory directory;
  const WordDictionary words = dictionary_of(directory, "5\nمِخرطة/Ax\nأسطوانة po:noun\nabc\nو/X\r\n\n");
  CHECK(words.size() == 2);
  CHECK(words.holds(fold_key("مخرطة")));
  CHECK(words.holds(fold_key("اسطوانة")));
  CHECK_FALSE(words.holds("5"));
}

TEST_CASE("without the file there are no words, and nothing is wrong") {
  CHECK(WordDictionary("/nonexistent/ar.dic").size() == 0);
}

TEST_CASE("a clitic comes off a word that only the dictionary knows") {
  const TemporaryDirectory directory;
  const Analyzer analyzer;
  const NoEvidence nothing;
  const std::string word = fold_key("بقراميد");
  CHECK(analyzer.stem(word, false, nothing) == word);
  const WordDictionary words = dictionary_of(directory, "1\nقراميد\n");
  CHECK(analyzer.stem(word, false, DictionaryEvidence(nothing, words)) == fold_key("قراميد"));
}

TEST_CASE("the dictionary does not overrule a collection that knows better") {
  const TemporaryDirectory directory;
  const WordDictionary words = dictionary_of(directory, "1\nنك\nنوك\n");
  const NoEvidence nothing;
  const Analyzer analyzer;
  CHECK(analyzer.stem("بنوك", false, DictionaryEvidence(nothing, words)) == "بنوك");
}
