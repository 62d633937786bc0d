// SPDX-License-Identifier: GPL-3.0-or-later
// One word of the lexicon in bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fihrist {

struct LexiconEntry {
  std::string_view word;
  std::string_view stem;
  bool has_stem = false;
  std::uint32_t frequency = 0;
  std::uint32_t hamza = 0;
  std::string_view written;  ///< empty when it is written as folded
};

/// Appends: length and bytes of the word; 0 for a word without stem, else 1 + the place in the word where
/// the stem begins; then how many of the word's bytes it shares from there, and length and bytes of what it
/// adds behind them; frequency; hamza; the written form as the code points in which it
/// differs from the word (how many, then place and code point of each), or, where they differ in length, 255
/// and length and bytes of it. Numbers are LEB128. والشبكات with the stem شبكه: 7 + …, 6, «ه».
void append_entry(std::string& out, const LexiconEntry& entry);

/// Where an entry keeps what is not in its bytes as it is.
struct EntryTexts {
  std::string& stem;
  std::string& written;
};

/// Takes an entry off the front. Its word views `bytes`, its stem and written form view `texts`, which are
/// overwritten. Throws Error(damaged).
LexiconEntry take_entry(std::string_view& bytes, const EntryTexts& texts);

[[noreturn]] void throw_damaged_lexicon();

}  // namespace fihrist
