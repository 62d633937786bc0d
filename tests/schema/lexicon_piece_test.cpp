// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the lexicon in bytes.
#include "schema/lexicon_piece.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"

namespace fihrist {

TEST_CASE("a word comes back with its stem and counts") {
  struct Row {
    std::string_view word;
    std::string_view stem;
    bool has_stem;
  };
  for (const auto& [word, stem, has_stem] : {
           Row{"والشبكات", "شبكه", true},  // shares its middle, ends otherwise
           Row{"هاتف", "هاتف", true},      // is its own stem
           Row{"galaxy", "زهره", true},    // shares nothing
           Row{"", "", false},
           Row{"x", "", true},  // an empty stem is not the same as none
           Row{"مستخدمين", "", false},
       }) {
    CAPTURE(word);
    std::string bytes;
    append_entry(
        bytes, {.word = word, .stem = stem, .has_stem = has_stem, .frequency = 300, .hamza = 4'000'000'000});
    std::string_view rest = bytes;
    std::string kept, written;
    const LexiconEntry back = take_entry(rest, {.stem = kept, .written = written});
    CHECK(rest.empty());
    CHECK(back.word == word);
    CHECK(back.has_stem == has_stem);
    CHECK(back.stem == stem);
    CHECK(back.frequency == 300);
    CHECK(back.hamza == 4'000'000'000);
  }
}

TEST_CASE("a stem that is part of its word costs three bytes at most") {
  std::string with, without;
  append_entry(with, {.word = "والمستخدمين", .stem = "مستخدم", .has_stem = true});
  append_entry(without, {.word = "والمستخدمين"});
  CHECK(with.size() - without.size() <= 3);
}

TEST_CASE("a word comes back as it is written") {
  struct Row {
    const char* word;
    const char* written;
  };
  for (const Row& row :
       {Row{"الشبكه", "الشبكة"}, Row{"iphone", "iPhone"}, Row{"اعلانات", "إعلانات"}, Row{"api", "API"},
        Row{"cafe", "Café"}, Row{"strasse", "Straße"}, Row{"هاتف", ""}, Row{"شبكه", "شبكة"}}) {
    CAPTURE(std::string(row.word));
    std::string bytes;
    append_entry(bytes, {.word = row.word, .frequency = 3, .written = row.written});
    std::string_view rest = bytes;
    std::string kept, written;
    CHECK(take_entry(rest, {.stem = kept, .written = written}).written == row.written);
    CHECK(rest.empty());
  }
}

TEST_CASE("an entry that is cut short or points outside its word is a damaged index") {
  std::string bytes;
  append_entry(
      bytes,
      {.word = "شبكات", .stem = "شبكه", .has_stem = true, .frequency = 5, .hamza = 1, .written = "شبكاتٍ"});
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    CAPTURE(size);
    std::string_view rest = std::string_view(bytes).substr(0, size);
    std::string kept, written;
    CHECK_THROWS_AS(take_entry(rest, {.stem = kept, .written = written}), Error);
  }
  for (const std::string_view hostile :
       {std::string_view("\x01x\x09\x01\x00\x00\x00\x00", 8),  // begins behind the word
        std::string_view("\x01x\x01\x05\x00\x00\x00\x00", 8),  // shares more than it
        std::string_view("\x01x\x00\x00\x00\x01\x04y", 8)}) {  // is written otherwise behind its end
    std::string_view rest = hostile;
    std::string kept, written;
    CHECK_THROWS_AS(take_entry(rest, {.stem = kept, .written = written}), Error);
  }
}

}  // namespace fihrist
