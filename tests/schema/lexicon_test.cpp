// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an archive.
#include "schema/lexicon.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "schema/error.hpp"

namespace fihrist {
namespace {

void count(Lexicon& lexicon, std::string_view word, int times, bool hamza = false) {
  const WordId id = lexicon.intern(word);
  for (int i = 0; i < times; ++i) lexicon.count(id, hamza);
}

Lexicon saved_and_loaded(const Lexicon& lexicon) {
  Lexicon loaded;
  for (std::size_t piece = 0; piece < lexicon.pieces(); ++piece) loaded.load_piece(lexicon.save_piece(piece));
  return loaded;
}

Lexicon of_many_words(std::size_t size) {
  Lexicon lexicon;
  for (std::size_t i = 0; i < size; ++i) {
    const std::string word = "كلمه" + std::to_string(i);
    const WordId id = lexicon.intern(word);
    lexicon.count(id, i % 3 == 0);
    if (i % 5 != 0) lexicon.set_stem(id, "كلمه" + std::to_string(i % 100));
  }
  return lexicon;
}

}  // namespace

TEST_CASE("a word keeps its number") {
  Lexicon lexicon;
  CHECK(lexicon.intern("هاتف") == 0);
  CHECK(lexicon.intern("شبكه") == 1);
  CHECK(lexicon.intern("هاتف") == 0);
  CHECK(lexicon.find("شبكه") == 1);
  CHECK_FALSE(lexicon.find("غائب").has_value());
  CHECK(lexicon.word(1) == "شبكه");
}

TEST_CASE("an unknown number is a mistake of the caller") {
  Lexicon lexicon;
  CHECK_THROWS_AS(lexicon.word(0), std::out_of_range);
  CHECK_THROWS_AS(lexicon.stem(0), std::out_of_range);
  CHECK_THROWS_AS(lexicon.frequency(0), std::out_of_range);
  CHECK_THROWS_AS(lexicon.hamza_count(0), std::out_of_range);
  CHECK_THROWS_AS(lexicon.count(0, false), std::out_of_range);
  CHECK_THROWS_AS(lexicon.set_stem(0, "x"), std::out_of_range);
}

TEST_CASE("as evidence it counts articles, hamzas and definite forms") {
  Lexicon lexicon;
  count(lexicon, "العاب", 4, true);
  count(lexicon, "العاب", 1);
  for (const char* form : {"الهاتف", "والهاتف", "بالهاتف", "فالهاتف", "كالهاتف", "للهاتف"})
    count(lexicon, form, 2);
  count(lexicon, "هاتف", 7);
  count(lexicon, "للغه", 3);
  CHECK(lexicon.document_frequency("العاب") == 5);
  CHECK(lexicon.hamza_frequency("العاب") == 4);
  CHECK(lexicon.definite_frequency("هاتف") == 12);
  CHECK(lexicon.definite_frequency("لغه") == 3);
  CHECK(lexicon.document_frequency("غائب") == 0);
  CHECK(lexicon.hamza_frequency("غائب") == 0);
  CHECK(lexicon.definite_frequency("غائب") == 0);
}

TEST_CASE(
    "the share of a word that is written with hamza below is that of its usual forms, the definite too") {
  Lexicon lexicon;
  const auto write = [&](const char* word, const char* written, int times) {
    const WordId id = lexicon.intern(word);
    for (int i = 0; i < times; ++i) {
      lexicon.count(id, true);
      lexicon.vote(id, written);
    }
  };
  write("اعداد", "إعداد", 6);
  write("الاعداد", "الأعداد", 2);
  CHECK(lexicon.hamza_below_share("اعداد") == doctest::Approx(0.75));
  CHECK(lexicon.hamza_below_share("غائب") == 0);
}

TEST_CASE("words of a stem come most frequent first, equals in the order they were met") {
  Lexicon lexicon;
  for (const auto& [word, times] : {std::pair{"شبكات", 2}, {"هاتف", 9}, {"شبكه", 5}, {"الشبكه", 5}})
    count(lexicon, word, times);
  for (const WordId id : {0U, 2U, 3U}) lexicon.set_stem(id, "شبكه");
  CHECK(lexicon.words_of_stem("شبكه").empty());
  lexicon.build_stem_index();
  CHECK(std::ranges::equal(lexicon.words_of_stem("شبكه"), std::vector<WordId>{2, 3, 0}));
  CHECK(lexicon.words_of_stem("هاتف").empty());
}

TEST_CASE("a stem that came after its index was built has no words yet") {
  Lexicon lexicon;
  lexicon.set_stem(lexicon.intern("هاتف"), "هاتف");
  lexicon.build_stem_index();
  lexicon.set_stem(lexicon.intern("شبكات"), "شبكه");
  CHECK(lexicon.words_of_stem("شبكه").empty());
}

TEST_CASE("saved pieces load to the same lexicon") {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, Lexicon::words_per_piece, 2 * Lexicon::words_per_piece + 17}) {
    CAPTURE(size);
    const Lexicon lexicon = of_many_words(size);
    CHECK(lexicon.pieces() == (size + Lexicon::words_per_piece - 1) / Lexicon::words_per_piece);
    const Lexicon loaded = saved_and_loaded(lexicon);
    REQUIRE(loaded.size() == lexicon.size());
    bool equal = true;
    for (WordId id = 0; id < lexicon.size(); ++id)
      equal = equal && loaded.word(id) == lexicon.word(id) && loaded.stem(id) == lexicon.stem(id) &&
              loaded.frequency(id) == lexicon.frequency(id) &&
              loaded.hamza_count(id) == lexicon.hamza_count(id);
    CHECK(equal);
  }
}

TEST_CASE("a word is shown as most articles write it, also when the lexicon was loaded anew") {
  Lexicon lexicon;
  const WordId id = lexicon.intern("اعلان");
  CHECK(lexicon.written(id) == "اعلان");
  for (const char* written : {"اعلان", "إعلان", "إعلان", "إعلان"}) {
    lexicon.count(id, true);
    lexicon.vote(id, written);
  }
  CHECK(lexicon.written(id) == "إعلان");
  lexicon.vote(id, "اعلان");
  CHECK(lexicon.written(id) == "إعلان");
  Lexicon loaded = saved_and_loaded(lexicon);
  CHECK(loaded.written(id) == "إعلان");
  loaded.vote(id, "اعلان");
  CHECK(loaded.written(id) == "إعلان");
  for (int i = 0; i < 10; ++i) loaded.vote(id, "اعلان");
  CHECK(loaded.written(id) == "اعلان");
  CHECK_THROWS_AS(static_cast<void>(loaded.written(id + 1)), std::out_of_range);
}

TEST_CASE("only pieces that were touched are changed, and each is told once") {
  Lexicon lexicon = of_many_words(3 * Lexicon::words_per_piece);
  CHECK(lexicon.take_changed_pieces() == std::vector<std::size_t>{0, 1, 2});
  CHECK(lexicon.take_changed_pieces().empty());
  lexicon.count(static_cast<WordId>(Lexicon::words_per_piece), false);
  CHECK(lexicon.take_changed_pieces() == std::vector<std::size_t>{1});
  lexicon.intern("جديد");
  CHECK(lexicon.take_changed_pieces() == std::vector<std::size_t>{3});
  lexicon.intern("جديد");
  CHECK(lexicon.take_changed_pieces().empty());
}

TEST_CASE("what was loaded has not changed, and goes on where it ended") {
  Lexicon loaded = saved_and_loaded(of_many_words(10));
  CHECK(loaded.take_changed_pieces().empty());
  CHECK(loaded.intern("كلمه3") == 3);
  CHECK(loaded.intern("جديد") == 10);
}

TEST_CASE("pieces that do not follow each other are a damaged index") {
  const Lexicon lexicon = of_many_words(10);
  Lexicon loaded;
  loaded.load_piece(lexicon.save_piece(0));
  CHECK_THROWS_AS(loaded.load_piece(lexicon.save_piece(0)), Error);
  Lexicon foreign;
  CHECK_THROWS_AS(foreign.load_piece("\xFF\xFF\xFF"), Error);
}

}  // namespace fihrist
