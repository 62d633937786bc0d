// SPDX-License-Identifier: GPL-3.0-or-later
// Stems written as parts of their words: most are just that.
#include "schema/lexicon_piece.hpp"

#include <algorithm>
#include <limits>

#include "schema/error.hpp"
#include "schema/varint.hpp"

namespace fihrist {
namespace {

/// Where the longest beginning of the stem that the word holds stands in the word.
struct Shared {
  std::size_t begin = 0;
  std::size_t size = 0;
};

std::size_t common_beginning(std::string_view left, std::string_view right) {
  const std::size_t size = std::min(left.size(), right.size());
  std::size_t same = 0;
  while (same < size && left[same] == right[same]) ++same;
  return same;
}

Shared longest_shared(std::string_view word, std::string_view stem) {
  Shared best;
  for (std::size_t begin = 0; begin < word.size() && best.size < stem.size(); ++begin) {
    const std::size_t size = common_beginning(word.substr(begin), stem);
    if (size > best.size) best = {.begin = begin, .size = size};
  }
  return best;
}

std::uint64_t take_number(std::string_view& bytes, std::uint64_t limit) {
  const auto number = take_varint(bytes);
  if (!number || *number > limit) throw_damaged_lexicon();
  return *number;
}

std::string_view take_word(std::string_view& bytes) {
  const auto text = take_text(bytes);
  if (!text) throw_damaged_lexicon();
  return *text;
}

void take_stem(std::string_view& bytes, std::string_view word, std::size_t begin, std::string& stem) {
  if (begin > word.size()) throw_damaged_lexicon();
  const std::uint64_t shared = take_number(bytes, word.size() - begin);
  stem.assign(word.substr(begin, static_cast<std::size_t>(shared)));
  stem.append(take_word(bytes));
}

}  // namespace

void append_entry(std::string& out, const LexiconEntry& entry) {
  append_text(out, entry.word);
  if (entry.has_stem) {
    const Shared shared = longest_shared(entry.word, entry.stem);
    append_varint(out, shared.begin + 1);
    append_varint(out, shared.size);
    append_text(out, entry.stem.substr(shared.size));
  } else {
    append_varint(out, 0);
  }
  append_varint(out, entry.frequency);
  append_varint(out, entry.hamza);
}

LexiconEntry take_entry(std::string_view& bytes, std::string& stem) {
  constexpr auto largest = std::numeric_limits<std::uint32_t>::max();
  LexiconEntry entry;
  entry.word = take_word(bytes);
  const std::uint64_t place = take_number(bytes, largest);
  entry.has_stem = place > 0;
  if (entry.has_stem) take_stem(bytes, entry.word, static_cast<std::size_t>(place - 1), stem);
  entry.stem = entry.has_stem ? std::string_view(stem) : std::string_view{};
  entry.frequency = static_cast<std::uint32_t>(take_number(bytes, largest));
  entry.hamza = static_cast<std::uint32_t>(take_number(bytes, largest));
  return entry;
}

void throw_damaged_lexicon() {
  throw Error(ErrorCode::damaged, "the words of the index cannot be read",
              "Restore a copy of the archive, or move its index directory away and index the sources again.");
}

}  // namespace fihrist
