// SPDX-License-Identifier: GPL-3.0-or-later
// Words into the lexicon.
#include "indexer/lexicon_update.hpp"

#include <doctest/doctest.h>

namespace fihrist {

TEST_CASE("an article counts once for each of its words") {
  Lexicon lexicon;
  const Analyzer analyzer;
  const ArticleWords words = words_of({.title = "هاتف", .text = "هاتف هاتف ذكي"}, analyzer);
  const auto ids = enter(words, true, lexicon);
  CHECK(ids == std::vector<WordId>{0, 1});
  CHECK(lexicon.document_frequency("هاتف") == 1);
  enter(words, true, lexicon);
  CHECK(lexicon.document_frequency("هاتف") == 2);
}

TEST_CASE("a changed article counts only for words that are new") {
  Lexicon lexicon;
  const Analyzer analyzer;
  enter(words_of({.text = "هاتف"}, analyzer), true, lexicon);
  enter(words_of({.text = "هاتف ذكي"}, analyzer), false, lexicon);
  CHECK(lexicon.document_frequency("هاتف") == 1);
  CHECK(lexicon.document_frequency("ذكي") == 1);
}

TEST_CASE("a word counts as written with hamza when half of its occurrences are") {
  Lexicon lexicon;
  const Analyzer analyzer;
  enter(words_of({.text = "ألعاب العاب"}, analyzer), true, lexicon);
  enter(words_of({.text = "ألعاب العاب العاب"}, analyzer), true, lexicon);
  CHECK(lexicon.hamza_frequency("العاب") == 1);
}

TEST_CASE("stems do not depend on the number of threads, and words that had one keep it") {
  std::vector<Lexicon> lexicons(2);
  const Analyzer analyzer;
  for (std::size_t i = 0; i < 2; ++i) {
    std::string text = "الشبكات والشبكة شبكة المستخدمين مستخدم";
    for (int word = 0; word < 5000; ++word) text += " كلمه" + std::to_string(word);
    enter(words_of({.text = text}, analyzer), true, lexicons[i]);
    lexicons[i].set_stem(0, "ثابت");
    set_stems(lexicons[i], 1, analyzer, WordDictionary(), i == 0 ? 1 : 3);
  }
  CHECK(lexicons[0].stem(0) == "ثابت");
  CHECK(lexicons[0].stem(*lexicons[0].find("المستخدمين")) == lexicons[0].stem(*lexicons[0].find("مستخدم")));
  CHECK(lexicons[0].save_piece(0) == lexicons[1].save_piece(0));
  CHECK(lexicons[0].save_piece(1) == lexicons[1].save_piece(1));
}

TEST_CASE("a word gets the same stem, whether it is one of few new words or all words are new") {
  const Analyzer analyzer;
  const std::string known =
      "الشبكات والشبكة شبكة للشبكة لشبكة وللغة اللغة لغة لغتنا بلغات والبنك للبنك لبنك بنوك كالهاتف فالهاتف "
      "هواتفهم";
  const std::string rest = "وشبكاتنا بالشبكة هاتفه لغتهم وبنكها الهاتف لهاتف وهاتف لليل ليل الليل";
  std::string many;
  for (int word = 0; word < 1000; ++word) many += " كلمة" + std::to_string(word);
  std::vector<Lexicon> lexicons(2);
  for (Lexicon& lexicon : lexicons) enter(words_of({.text = known + many}, analyzer), true, lexicon);
  const std::size_t first = lexicons[0].size();
  for (Lexicon& lexicon : lexicons) enter(words_of({.text = rest}, analyzer), true, lexicon);
  set_stems(lexicons[0], 0, analyzer, WordDictionary(), 1);
  set_stems(lexicons[1], first, analyzer, WordDictionary(), 1);
  REQUIRE(lexicons[0].size() > first + 5);
  for (std::size_t id = first; id < lexicons[0].size(); ++id) {
    CAPTURE(lexicons[0].word(static_cast<WordId>(id)));
    CHECK(lexicons[0].stem(static_cast<WordId>(id)) == lexicons[1].stem(static_cast<WordId>(id)));
  }
}

}  // namespace fihrist
