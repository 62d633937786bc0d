// SPDX-License-Identifier: GPL-3.0-or-later
// What a folded character is to the tokenizer. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fihrist {

enum class CharClass : std::uint8_t {
  other,    ///< punctuation, symbols, emoji: never part of a word, but for the inner signs of names
  blank,    ///< spaces, line ends and controls
  arabic,   ///< letters of the Arabic script
  letter,   ///< letters of other scripts that write blanks between words, and their vowel signs
  digit,    ///< 0-9; folding made all digits so
  unblank,  ///< letters of scripts without blanks between words: Han, Kana, Thai, Lao, Khmer, Burmese
};

CharClass char_class(char32_t c) noexcept;

/// The class of the character that begins at `at`; `other` at the end of the text.
CharClass class_at(std::string_view text, std::size_t at) noexcept;

/// Moves behind the run of characters of one class that begins at `at`.
std::size_t end_of_run(std::string_view text, std::size_t at, CharClass wanted) noexcept;

/// Letters and digits of the scripts that names like "s8" or "c++" are written in.
inline bool is_name_character(CharClass c) noexcept {
  return c == CharClass::letter || c == CharClass::digit;
}

}  // namespace fihrist
