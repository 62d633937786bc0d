// SPDX-License-Identifier: GPL-3.0-or-later
// A word of a text: its folded form and where it stands in the original.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/letters.hpp"

namespace fihrist {

/// What a token is made of; decides which rules apply to it afterwards.
enum class TokenKind : std::uint8_t {
  arabic,  ///< Arabic letters only: the only kind that is stemmed by Arabic rules
  latin,   ///< letters of another script, lower-cased, accents folded: "galaxy", "c++", ".net", "node.js"
  number,  ///< starts with a digit and holds no letter: "2017", "17.4", "15/03/2024" gives three of them
  mixed,   ///< letters and digits, or an address: "s8", "5g", "gpt4", "user@host.org"
};

/// One word. Offsets are bytes of the text that was given to the tokenizer (UTF-8), half open, on code
/// point boundaries, and cover the whole written word: «والهاتفُ» is one token from و to the damma, and
/// for «بالـVPN» the token is "vpn" with the offsets of "VPN" alone.
struct Token {
  std::string text;            ///< folded form, UTF-8, never empty, at most `max_token_bytes`
  std::uint32_t begin = 0;     ///< first byte in the original text
  std::uint32_t end = 0;       ///< one past the last byte
  std::uint32_t position = 0;  ///< ordinal in the text from 0; alternatives of one word share it
  TokenKind kind = TokenKind::arabic;
  /// True when the letter after an optional و or ف is an alef with hamza or madda (أ إ آ): such a word
  /// does not begin with the article, whatever its folded form looks like (ألعاب, إلكتروني, آلة).
  bool hamza = false;
  /// How its first alef with a hamza or madda is written, wherever it stands: الأعداد and آلة have it above,
  /// الإعداد below. Folding makes them one word; a plural of the measure أفعال is never written below.
  AlefHamza alef_hamza = AlefHamza::none;
  /// True for a second reading of the same written word, at the same position as the first:
  /// "iphone15" is followed by its parts "iphone" and "15", which are alternatives. Texts are indexed under
  /// all of them; a word of a query is met by its first reading, or by all of its alternatives together, so
  /// that iPhone15 and iPhone 15 find each other and GPT-4 is not met by GPT alone.
  bool alternative = false;
};

/// Longer words are cut here, on a code point boundary. Xapian refuses terms above 245 bytes.
inline constexpr std::size_t max_token_bytes = 120;

}  // namespace fihrist
