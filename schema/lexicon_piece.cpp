// SPDX-License-Identifier: GPL-3.0-or-later
// Stems written as parts of their words: most are just that.
#include "schema/lexicon_piece.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/utf8.hpp"
#include "schema/error.hpp"
#include "schema/varint.hpp"

namespace fihrist {
namespace {

constexpr std::uint64_t whole_text = 255;
constexpr std::uint64_t last_code_point = 0x10FFFF;

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

/// Places and letters in which a text differs from a word of the same number of code points.
std::optional<std::vector<std::pair<std::size_t, char32_t>>> differences(std::string_view word,
                                                                         std::string_view written) {
  std::vector<std::pair<std::size_t, char32_t>> found;
  std::size_t in_word = 0, in_written = 0;
  for (std::size_t place = 0; in_word < word.size() && in_written < written.size(); ++place) {
    const char32_t folded = next_code_point(word, in_word);
    const char32_t letter = next_code_point(written, in_written);
    if (folded != letter) found.emplace_back(place, letter);
  }
  const bool aligned = in_word == word.size() && in_written == written.size();
  return aligned && found.size() < whole_text ? std::optional(std::move(found)) : std::nullopt;
}

void append_written(std::string& out, std::string_view word, std::string_view written) {
  if (written.empty()) return append_varint(out, 0);
  const auto found = differences(word, written);
  append_varint(out, found ? found->size() : whole_text);
  if (!found) return append_text(out, written);
  for (const auto& [place, letter] : *found) {
    append_varint(out, place);
    append_varint(out, letter);
  }
}

void take_written(std::string_view& bytes, std::string_view word, std::string& written) {
  written.clear();
  std::uint64_t left = take_number(bytes, whole_text);
  if (left == whole_text) {
    written = take_word(bytes);
    return;
  }
  if (left == 0) return;
  std::size_t at = 0;
  std::uint64_t place = 0;
  for (; left > 0; --left) {
    const std::uint64_t next = take_number(bytes, word.size());
    const auto letter = static_cast<char32_t>(take_number(bytes, last_code_point));
    for (; place < next && at < word.size(); ++place) append_utf8(written, next_code_point(word, at));
    if (place != next || at >= word.size()) throw_damaged_lexicon();
    next_code_point(word, at);
    ++place;
    append_utf8(written, letter);
  }
  written.append(word.substr(at));
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
  append_written(out, entry.word, entry.written);
}

LexiconEntry take_entry(std::string_view& bytes, const EntryTexts& texts) {
  constexpr auto largest = std::numeric_limits<std::uint32_t>::max();
  LexiconEntry entry;
  entry.word = take_word(bytes);
  const std::uint64_t place = take_number(bytes, largest);
  entry.has_stem = place > 0;
  if (entry.has_stem) take_stem(bytes, entry.word, static_cast<std::size_t>(place - 1), texts.stem);
  entry.stem = entry.has_stem ? std::string_view(texts.stem) : std::string_view{};
  entry.frequency = static_cast<std::uint32_t>(take_number(bytes, largest));
  entry.hamza = static_cast<std::uint32_t>(take_number(bytes, largest));
  take_written(bytes, entry.word, texts.written);
  entry.written = texts.written;
  return entry;
}

void throw_damaged_lexicon() {
  throw Error(ErrorCode::damaged, "the words of the index cannot be read",
              "Restore a copy of the archive, or move its index directory away and index the sources again.");
}

}  // namespace fihrist
