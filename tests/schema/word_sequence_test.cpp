// SPDX-License-Identifier: GPL-3.0-or-later
// Words in order, packed.
#include "schema/word_sequence.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace fihrist {

TEST_CASE("words come back in order, title and text apart") {
  constexpr WordId last = std::numeric_limits<WordId>::max();
  const std::vector<WordSequence> sequences{{},
                                            {.title = {1}, .text = {}},
                                            {.title = {}, .text = {0}},
                                            {.title = {0, 127, 128}, .text = {16384, last, 5, 5}}};
  for (const WordSequence& words : sequences) {
    CAPTURE(words.title.size());
    CHECK(unpack_words(pack(words)) == words);
  }
}

TEST_CASE("words beyond max_words_kept of the text are not kept, those of the title are") {
  const WordSequence words{.title = {7}, .text = std::vector<WordId>(max_words_kept + 5, 3)};
  const WordSequence back = unpack_words(pack(words));
  CHECK(back.title == words.title);
  CHECK(back.text.size() == max_words_kept);
}

TEST_CASE("foreign bytes give what could be read and never throw") {
  CHECK(unpack_words("").text.empty());
  CHECK(unpack_words("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").title.empty());
  // More title words are promised than there are bytes.
  CHECK(unpack_words("\x7F\x01\x02") == WordSequence{.title = {1, 2}, .text = {}});
  // The last number is cut short, or larger than any word's.
  CHECK(unpack_words(std::string_view("\x00\x05\x80", 3)) == WordSequence{.title = {}, .text = {5}});
  CHECK(unpack_words(std::string_view("\x00\x05\x80\x80\x80\x80\x80\x01", 8)) ==
        WordSequence{.title = {}, .text = {5}});
}

}  // namespace fihrist
