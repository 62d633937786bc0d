// SPDX-License-Identifier: GPL-3.0-or-later
// Words in order, packed.
#include "schema/word_sequence.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace fihrist {

TEST_CASE("words come back in order, title and text apart") {
  constexpr WordId last = std::numeric_limits<WordId>::max();
  const std::vector<WordSequence> sequences{
      {},
      {.title = {1}, .text = {}},
      {.title = {}, .text = {0}},
      {.title = {0, 127, 128}, .text = {16384, last, 5, 5}},
      {.title = {4}, .text = std::vector<WordId>(2 * words_per_place + 1, 9), .places = {3, 400, 70'000}}};
  for (const WordSequence& words : sequences) {
    CAPTURE(words.title.size());
    CHECK(unpack_words(pack(words)) == words);
    WordSequence again{.title = {1, 2, 3}, .text = {4}, .places = {5}};
    unpack_words(pack(words), again);
    CHECK(again.title == words.title);
    CHECK(again.text == words.text);
    CHECK(again.places.empty());
  }
}

TEST_CASE("words beyond max_words_kept of the text are not kept, those of the title are") {
  const WordSequence words{.title = {7},
                           .text = std::vector<WordId>(max_words_kept + 5, 3),
                           .places = std::vector<std::uint32_t>(max_words_kept / words_per_place + 1, 8)};
  const WordSequence back = unpack_words(pack(words));
  CHECK(back.title == words.title);
  CHECK(back.text.size() == max_words_kept);
  CHECK(back.places.size() == max_words_kept / words_per_place);
}

TEST_CASE("foreign bytes give what could be read and never throw") {
  CHECK(unpack_words("").text.empty());
  CHECK(unpack_words("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").title.empty());
  // More title words are promised than there are bytes.
  CHECK(unpack_words(std::string_view("\x7F\x00\x01\x02", 4)) == WordSequence{.title = {1, 2}});
  // More bytes of places are promised than there are, or places beyond any text.
  CHECK(unpack_words(std::string_view("\x00\x09\x05", 3)) == WordSequence{});
  CHECK(unpack_words(std::string_view("\x00\x06\x05\xFF\xFF\xFF\xFF\x0F\x07", 9)) ==
        WordSequence{.text = {7}, .places = {5}});
  // The last number is cut short, or larger than any word's.
  CHECK(unpack_words(std::string_view("\x00\x00\x05\x80", 4)) == WordSequence{.text = {5}});
  CHECK(unpack_words(std::string_view("\x00\x00\x05\x80\x80\x80\x80\x80\x01", 9)) ==
        WordSequence{.text = {5}});
}

TEST_CASE(
    "a phrase stands in the packed words where it stands in the words, and never across title and text") {
  constexpr WordId last = std::numeric_limits<WordId>::max();
  const std::string packed =
      pack({.title = {1, 300, 2}, .text = {5, 300, 300, 7, 44, last, 1}, .places = {0}});
  struct Row {
    std::vector<WordId> phrase;
    bool in_title;
    bool in_either;
  };
  const std::vector<Row> rows{
      {{}, true, true},
      {{1}, true, true},
      {{1, 300}, true, true},
      {{1, 300, 2}, true, true},
      {{300, 1}, false, false},
      {{2, 5}, false, false},  // the end of the title and the beginning of the text
      {{300, 300, 7}, false, true},
      {{300, 7}, false, true},
      {{last, 1}, false, true},
      {{last}, false, true},
      {{1, 300, 2, 5}, false, false},
      {{2}, true, true},  // also the last byte of 300, which is the word
      {{44, 7}, false, false},
      {{44}, false, true},   // the low byte of 300 is 44 with the bit that says that more follows
      {{15}, false, false},  // only the last byte of the largest word
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CHECK(contains_phrase(packed, pack_phrase(row.phrase), true) == row.in_title);
    CHECK(contains_phrase(packed, pack_phrase(row.phrase), false) == row.in_either);
    const WordSequence words = unpack_words(packed);
    CHECK(contains_phrase(words, row.phrase, true) == row.in_title);
    CHECK(contains_phrase(words, row.phrase, false) == row.in_either);
  }
}

TEST_CASE("a phrase that begins in the middle of a number is found behind it") {
  const std::string packed = pack({.title = {}, .text = {300, 2, 7, 9}});
  CHECK(contains_phrase(packed, pack_phrase({2, 7}), false));
  CHECK_FALSE(contains_phrase(pack({.title = {}, .text = {300, 7}}), pack_phrase({2, 7}), false));
}

TEST_CASE("no phrase is found in foreign bytes, which are read to their end and no farther") {
  for (const std::string_view bytes :
       {std::string_view(""), std::string_view("\x7F\x00\x01\x02", 4), std::string_view("\x00\x09\x05", 3),
        std::string_view("\x00\x00\x80", 3)})
    CHECK_FALSE(contains_phrase(bytes, pack_phrase({900}), false));
}

}  // namespace fihrist
