// SPDX-License-Identifier: GPL-3.0-or-later
// Word numbers as LEB128: the commonest words came first, so they take one byte.
#include "schema/word_sequence.hpp"

#include <algorithm>
#include <limits>

#include "schema/varint.hpp"

namespace fihrist {

std::string pack(const WordSequence& words) {
  const std::size_t kept = std::min(words.text.size(), max_words_kept);
  std::string packed;
  packed.reserve(2 * (words.title.size() + kept) + 2);
  append_varint(packed, words.title.size());
  for (const WordId word : words.title) append_varint(packed, word);
  for (std::size_t i = 0; i < kept; ++i) append_varint(packed, words.text[i]);
  return packed;
}

WordSequence unpack_words(std::string_view packed) {
  WordSequence words;
  const std::uint64_t title_words = take_varint(packed).value_or(0);
  words.text.reserve(packed.size() / 2);
  while (!packed.empty()) {
    const auto word = take_varint(packed);
    if (!word || *word > std::numeric_limits<WordId>::max()) break;
    auto& part = words.title.size() < title_words ? words.title : words.text;
    part.push_back(static_cast<WordId>(*word));
  }
  return words;
}

}  // namespace fihrist
