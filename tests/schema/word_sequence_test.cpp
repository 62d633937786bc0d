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

}  // namespace fihrist
