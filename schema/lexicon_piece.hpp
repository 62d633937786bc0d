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
};

/// Appends: length and bytes of the word; 0 for a word without stem, else 1 + the place in the word where
/// the stem begins; then how many of the word's bytes it shares from there, and length and bytes of what it
/// adds behind them; frequency; hamza. Numbers are LEB128. والشبكات with the stem شبكه: 7 + …, 6, «ه».
void append_entry(std::string& out, const LexiconEntry& entry);

/// Takes an entry off the front. Its word views `bytes`, its stem views `stem`, which is overwritten.
/// Throws Error(damaged).
LexiconEntry take_entry(std::string_view& bytes, std::string& stem);

[[noreturn]] void throw_damaged_lexicon();

}  // namespace fihrist
