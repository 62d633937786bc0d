// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an article in order, packed: what phrases, proximity and re-ranking are judged on.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// Number of a folded word in the lexicon.
using WordId = std::uint32_t;

/// Words by position, title and text apart. Alternatives (Token::alternative) are left out: a phrase is
/// matched against what was written. Words beyond `max_words_kept` of the text are not kept.
struct WordSequence {
  std::vector<WordId> title;
  std::vector<WordId> text;
  /// Bytes of the text at which its words 0, words_per_place, 2 * words_per_place … begin: ways into a text
  /// for whoever wants a piece of it.
  std::vector<std::uint32_t> places;

  friend bool operator==(const WordSequence&, const WordSequence&) = default;
};

inline constexpr std::size_t max_words_kept = 200'000;
inline constexpr std::size_t words_per_place = 32;

/// Packed form, value slot `words`: number of title words, length of the places in bytes, the places, each
/// less the one before it, then all ids, as LEB128. Xapian's own position table costs 1.5 times the text,
/// this about a fifth.
std::string pack(const WordSequence& words);

/// The inverse; bytes that pack() did not make give what could be read, and never throw.
WordSequence unpack_words(std::string_view packed);

/// The same into `words`, whose memory is used again; without the places, which few need.
void unpack_words(std::string_view packed, WordSequence& words);

/// Words in a row as pack() writes them, for contains_phrase().
std::string pack_phrase(const std::vector<WordId>& words);

/// True when these words stand in the title, or else in the text, in this order and without gaps; read off
/// the bytes, which is ten times as fast as to unpack them. No words stand everywhere.
bool contains_phrase(std::string_view packed, std::string_view packed_phrase, bool title_only);

/// The same of words that are unpacked already.
bool contains_phrase(const WordSequence& words, std::span<const WordId> phrase, bool title_only);

/// How many numbers the packed form is made of: what looking through an article costs, packed or not.
std::size_t packed_numbers(std::string_view packed) noexcept;
std::size_t packed_numbers(const WordSequence& words) noexcept;

}  // namespace fihrist
