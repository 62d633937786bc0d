// SPDX-License-Identifier: GPL-3.0-or-later
// The letters and marks of the Arabic script, by name: the only place that knows their code points.
#pragma once

#include <cstdint>
#include <string_view>

namespace fihrist {

inline constexpr char32_t tatweel = 0x0640;
inline constexpr char32_t zero_width_non_joiner = 0x200C;
inline constexpr char32_t left_to_right_isolate = 0x2066;
inline constexpr char32_t pop_directional_isolate = 0x2069;

constexpr bool is_between(char32_t c, char32_t low, char32_t high) noexcept { return c >= low && c <= high; }

/// A letter of the Arabic script in its base form (presentation forms are folded before).
bool is_arabic_letter(char32_t c) noexcept;

/// Vowels, shadda, tanwin, combining hamza and madda, Quranic signs: what is written above and below
/// letters, and never makes another word. Digits, letters and the ayah ornaments are not marks.
bool is_arabic_mark(char32_t c) noexcept;

/// What stands on its letter, of whatever script, and adds nothing to a word: it is shown, and highlighted,
/// with it.
inline bool stays_on_letter(char32_t c) noexcept {
  return c == tatweel || is_arabic_mark(c) || is_between(c, 0x0300, 0x036F);
}

/// أ إ آ and their rarer kin (ٲ ٳ ٵ), as single code points, presentation forms included.
bool is_hamza_alef(char32_t c) noexcept;

/// Where an alef carries its hamza; a madda counts as above.
enum class AlefHamza : std::uint8_t { none, above, below };

/// That of the first alef of a written word that has one: above in الأعداد, below in الإعداد.
AlefHamza alef_hamza_of(std::string_view written) noexcept;

/// The base letter that readers take a letter for: أ -> ا, ى -> ي, ة -> ه, ؤ -> و, ک -> ك. Letters without
/// such a partner, گ and چ among them, come back as they are: گ is ج, غ, ق or ك, so only a table can tell.
char32_t folded_arabic_letter(char32_t c) noexcept;

/// True for proclitics and articles that writers glue to a Latin word or a number: و ب ل ال وال بال لل …,
/// that is (و|ف)?(ب|ك|ل)?(ال|لل)? and not empty. `word` is folded.
bool is_bare_clitic(std::string_view word) noexcept;

/// The letter or word that writers glue behind a year: ه (هـ, Hijri) and م (ميلادي). `word` is folded.
bool is_era_letter(std::string_view word) noexcept;

}  // namespace fihrist
