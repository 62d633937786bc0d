// SPDX-License-Identifier: GPL-3.0-or-later
// Word numbers as LEB128: the commonest words came first, so they take one byte.
#include "schema/word_sequence.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "schema/varint.hpp"

namespace fihrist {

namespace {

std::string packed_places(const std::vector<std::uint32_t>& places, std::size_t words_kept) {
  const std::size_t kept = std::min(places.size(), (words_kept + words_per_place - 1) / words_per_place);
  std::string packed;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < kept; before = places[i++]) append_varint(packed, places[i] - before);
  return packed;
}

std::vector<std::uint32_t> unpacked_places(std::string_view packed) {
  std::vector<std::uint32_t> places;
  std::uint64_t place = 0;
  while (!packed.empty()) {
    const auto step = take_varint(packed);
    if (!step || *step > std::numeric_limits<std::uint32_t>::max() - place) break;
    place += *step;
    places.push_back(static_cast<std::uint32_t>(place));
  }
  return places;
}

/// take_varint() for numbers of 32 bits, up to `count` of them, which reading every word of a hundred
/// articles has no time for. Ends at what is no such number.
void take_words(const char*& at, const char* end, std::size_t count, std::vector<WordId>& words) {
  words.resize(std::min(count, static_cast<std::size_t>(end - at)));
  std::size_t taken = 0;
  while (taken < words.size() && at != end) {
    const char* next = at;
    std::uint64_t number = 0;
    unsigned shift = 0;
    unsigned char byte = 0x80;
    for (; byte >= 0x80 && next != end && shift <= 28; shift += 7) {
      byte = static_cast<unsigned char>(*next++);
      number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    }
    if (byte >= 0x80 || number > std::numeric_limits<WordId>::max()) break;
    words[taken++] = static_cast<WordId>(number);
    at = next;
  }
  words.resize(taken);
}

std::uint64_t take_title_size(std::string_view& packed) { return take_varint(packed).value_or(0); }

void take_words(std::string_view packed, std::uint64_t title_words, WordSequence& words) {
  const char* at = packed.data();
  const char* const end = at + packed.size();
  words.text.clear();
  take_words(at, end, title_words, words.title);
  if (words.title.size() == title_words) take_words(at, end, packed.size(), words.text);
}

bool ends_word(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// Bytes of the first `count` words; all there are when there are fewer.
std::size_t length_of_words(std::string_view packed, std::uint64_t count) {
  std::size_t length = 0;
  for (; count > 0 && length < packed.size(); ++length)
    if (ends_word(packed[length])) --count;
  return length;
}

/// The last byte of a phrase ends a word, so that only its beginning may fall into the middle of one.
bool contains_from_word(std::string_view packed, std::string_view phrase) {
  while (phrase.size() <= packed.size()) {
    const void* const found = ::memmem(packed.data(), packed.size(), phrase.data(), phrase.size());
    if (found == nullptr) return false;
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - packed.data());
    if (at == 0 || ends_word(packed[at - 1])) return true;
    packed.remove_prefix(at);
    packed.remove_prefix(length_of_words(packed, 1));
  }
  return false;
}

}  // namespace

std::string pack(const WordSequence& words) {
  const std::size_t kept = std::min(words.text.size(), max_words_kept);
  std::string packed;
  packed.reserve(2 * (words.title.size() + kept) + 2);
  append_varint(packed, words.title.size());
  append_text(packed, packed_places(words.places, kept));
  for (const WordId word : words.title) append_varint(packed, word);
  for (std::size_t i = 0; i < kept; ++i) append_varint(packed, words.text[i]);
  return packed;
}

WordSequence unpack_words(std::string_view packed) {
  WordSequence words;
  const std::uint64_t title_words = take_title_size(packed);
  words.places = unpacked_places(take_text(packed).value_or(""));
  words.text.reserve(packed.size() / 2);
  take_words(packed, title_words, words);
  return words;
}

void unpack_words(std::string_view packed, WordSequence& words) {
  const std::uint64_t title_words = take_title_size(packed);
  take_text(packed);
  words.places.clear();
  take_words(packed, title_words, words);
}

std::string pack_phrase(const std::vector<WordId>& words) {
  std::string packed;
  for (const WordId word : words) append_varint(packed, word);
  return packed;
}

bool contains_phrase(std::string_view packed, std::string_view packed_phrase, bool title_only) {
  const std::uint64_t title_words = take_title_size(packed);
  take_text(packed);
  const std::size_t title_length = length_of_words(packed, title_words);
  return contains_from_word(packed.substr(0, title_length), packed_phrase) ||
         (!title_only && contains_from_word(packed.substr(title_length), packed_phrase));
}

bool contains_phrase(const WordSequence& words, std::span<const WordId> phrase, bool title_only) {
  const auto holds = [&](const std::vector<WordId>& text) {
    return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
  };
  return phrase.empty() || holds(words.title) || (!title_only && holds(words.text));
}

std::size_t packed_numbers(std::string_view packed) noexcept {
  return static_cast<std::size_t>(std::count_if(packed.begin(), packed.end(), ends_word));
}

std::size_t packed_numbers(const WordSequence& words) noexcept {
  constexpr std::size_t lengths = 2;  // of the title and of the places
  return lengths + words.title.size() + words.places.size() + words.text.size();
}

}  // namespace fihrist
