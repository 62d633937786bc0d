// SPDX-License-Identifier: GPL-3.0-or-later
// A collection teaches its broken plurals.
#include "indexer/plural_learning.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "indexer/article_words.hpp"
#include "indexer/lexicon_update.hpp"

namespace fihrist {
namespace {

/// Articles with their words counted and stemmed, as a run does it.
class Collection {
 public:
  explicit Collection(const std::vector<std::string>& texts) {
    const Analyzer analyzer;
    for (const std::string& text : texts) {
      const ArticleWords words = words_of({.text = text}, analyzer);
      const std::vector<WordId> ids = enter(words, true, lexicon_);
      WordSequence sequence;
      for (const std::uint32_t place : words.text) sequence.text.push_back(ids[place]);
      articles_.push_back(std::move(sequence));
    }
    set_stems(lexicon_, 0, analyzer, WordDictionary(), 1);
  }

  std::vector<LearnedPlural> learned(const WordTables& tables = WordTables("", "", "", "")) const {
    return learn_plurals(lexicon_, tables, [this](const auto& visit) {
      for (const WordSequence& article : articles_) visit(article);
    });
  }

 private:
  Lexicon lexicon_;
  std::vector<WordSequence> articles_;
};

const LearnedPlural* find(const std::vector<LearnedPlural>& pairs, const std::string& plural) {
  const auto at = std::ranges::find(pairs, plural, &LearnedPlural::plural);
  return at == pairs.end() ? nullptr : &*at;
}

/// Wasps, and tiles in other company: neighbours tell something only where there are several nouns.
const std::vector<std::string> wasps{
    "رأى المزارع الزنبور الكبير قرب الخلية صباحا",
    "رأى المزارع الزنابير الكبيرة قرب الخلية صباحا",
    "لسعت الطفل ثلاثة زنابير في الحديقة",
    "لسع الطفل زنبور واحد في الحديقة",
    "تبني هذه الزنابير أعشاشها تحت السقف كل صيف",
    "يبني الزنبور عشه تحت السقف كل صيف",
    "تهاجم الزنابير الجديدة خلايا النحل القديمة",
    "يهاجم الزنبور الجديد خلايا النحل القديمة",
    "عدة زنابير ماتت من البرد أمس",
    "غطى البناء السطح العالي بالقرميد الأحمر",
    "وضع العامل القراميد الحمراء فوق السطح العالي",
    "سقط القرميد الأحمر من الشاحنة فجأة",
    "سقطت القراميد الحمراء من الشاحنة فجأة",
    "صنع المصنع القديم قرميد البلدة كلها",
    "باعوا عدة قراميد لأهل البلدة",
};

}  // namespace

TEST_CASE("two nouns of one shape, used alike, the one as a plural, are learned") {
  const auto pairs = Collection(wasps).learned();
  const LearnedPlural* pair = find(pairs, "زنابير");
  REQUIRE(pair != nullptr);
  CHECK(pair->singular == "زنبور");
  CHECK(pair->joined);
  CHECK(pair->singular_use.occurrences == 4);
  CHECK(pair->plural_use.occurrences == 5);
  CHECK(pair->plural_use.plural == 2);
  CHECK(pair->plural_use.feminine == 3);
  CHECK(pair->singular_use.feminine == 0);
  CHECK(pair->similarity > 0);
}

TEST_CASE("what the tables join is not learned again") {
  const WordTables tables("زنبور\tزنابير\n", "", "", "");
  CHECK(find(Collection(wasps).learned(tables), "زنابير") == nullptr);
}

TEST_CASE("a word that another table row explains is no plural of something else") {
  const WordTables tables("زنبورة\tزنابير\n", "", "", "");
  CHECK(find(Collection(wasps).learned(tables), "زنابير") == nullptr);
}

TEST_CASE("a verbal noun with hamza below is no plural") {
  std::vector<std::string> texts;
  for (int i = 0; i < 4; ++i) {
    texts.push_back("اختار المدير الغلق التام لهذه المحطة القديمة");
    texts.push_back("اختار المدير الإغلاق التام لهذه المحطة القديمة");
    texts.push_back("جميع الإغلاق غلق إغلاق في المدينة");
  }
  CHECK(find(Collection(texts).learned(), "اغلاق") == nullptr);
  for (std::string& text : texts)
    for (std::size_t at = 0; (at = text.find("إغلاق", at)) != std::string::npos;) text.replace(at, 4, "أغ");
  CHECK(find(Collection(texts).learned(), "اغلاق") != nullptr);
}

TEST_CASE("words without the article, or used once, are not nouns enough") {
  CHECK(find(Collection({"لسع زنبور", "رأى زنبور", "لسعت زنابير", "رأى زنابير"}).learned(), "زنابير") ==
        nullptr);
  CHECK(find(Collection({"الزنبور هنا", "الزنابير هناك"}).learned(), "زنابير") == nullptr);
}

TEST_CASE("the same articles teach the same") {
  CHECK(Collection(wasps).learned() == Collection(wasps).learned());
  CHECK(Collection({}).learned().empty());
}

TEST_CASE("the best pairs come first, joined before suggested") {
  const auto pairs = Collection(wasps).learned();
  CHECK(std::ranges::is_sorted(pairs, [](const LearnedPlural& left, const LearnedPlural& right) {
    return std::pair(right.joined, right.score) < std::pair(left.joined, left.score);
  }));
}

}  // namespace fihrist
