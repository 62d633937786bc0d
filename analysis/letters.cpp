// SPDX-License-Identifier: GPL-3.0-or-later
// Code points of the Arabic blocks and what is done with each (Unicode 15, blocks Arabic and Extended).
#include "analysis/letters.hpp"

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr char32_t combining_madda = 0x0653;
constexpr char32_t combining_hamza_above = 0x0654;
constexpr char32_t combining_hamza_below = 0x0655;

void drop_prefix(std::string_view& word, std::string_view prefix) noexcept {
  if (word.starts_with(prefix)) word.remove_prefix(prefix.size());
}

}  // namespace

bool is_arabic_letter(char32_t c) noexcept {
  return is_between(c, 0x0620, 0x063F) || is_between(c, 0x0641, 0x064A) || is_between(c, 0x066E, 0x066F) ||
         is_between(c, 0x0671, 0x06D3) || c == 0x06D5 || is_between(c, 0x06EE, 0x06EF) ||
         is_between(c, 0x06FA, 0x06FC) || c == 0x06FF || is_between(c, 0x0750, 0x077F) ||
         is_between(c, 0x0870, 0x0887) || is_between(c, 0x0889, 0x088E) || is_between(c, 0x08A0, 0x08C8);
}

bool is_arabic_mark(char32_t c) noexcept {
  if (c < 0x0610 || c > 0x08FF) return false;
  return is_between(c, 0x0610, 0x061A) || is_between(c, 0x064B, 0x065F) || c == 0x0670 ||
         is_between(c, 0x06D6, 0x06DC) || is_between(c, 0x06DF, 0x06E8) || is_between(c, 0x06EA, 0x06ED) ||
         is_between(c, 0x0898, 0x089F) || is_between(c, 0x08CA, 0x08E1) || is_between(c, 0x08E3, 0x08FF);
}

bool is_hamza_alef(char32_t c) noexcept {
  return c == U'أ' || c == U'إ' || c == U'آ' || c == U'ٲ' || c == U'ٳ' || c == U'ٵ' ||
         is_between(c, 0xFE81, 0xFE84) || is_between(c, 0xFE87, 0xFE88);
}

AlefHamza alef_hamza_of(std::string_view written) noexcept {
  for (std::size_t at = 0; at < written.size();) {
    const char32_t letter = next_code_point(written, at);
    if (letter == U'إ' || letter == U'ٳ' || is_between(letter, 0xFE87, 0xFE88)) return AlefHamza::below;
    if (is_hamza_alef(letter)) return AlefHamza::above;
    if (letter != U'ا' || at == written.size()) continue;
    std::size_t behind = at;
    const char32_t mark = next_code_point(written, behind);
    if (mark == combining_hamza_below) return AlefHamza::below;
    if (mark == combining_madda || mark == combining_hamza_above) return AlefHamza::above;
  }
  return AlefHamza::none;
}

char32_t folded_arabic_letter(char32_t c) noexcept {
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
    case U'ٲ':
    case U'ٳ':
    case U'ٵ':
      return U'ا';
    case U'ؤ':
    case U'ٶ':
      return U'و';
    case U'ئ':
    case U'ى':
    case U'ی':
    case U'ې':
    case U'ۍ':
    case U'ێ':
    case U'ے':
    case U'ۓ':
    case U'ٸ':
      return U'ي';
    case U'ة':
    case U'ہ':
    case U'ھ':
    case U'ە':
    case U'ۀ':
    case U'ۂ':
    case U'ۃ':
      return U'ه';
    case U'ک':
    case U'ڪ':
      return U'ك';
    case U'پ':
      return U'ب';
    case U'ڤ':
    case U'ڥ':
    case U'ڢ':
      return U'ف';
    case U'ڧ':
      return U'ق';
    case U'ں':
      return U'ن';
    default:
      return c;
  }
}

bool is_bare_clitic(std::string_view word) noexcept {
  if (word.empty() || word.size() > 8) return false;  // و + ب + ال, of two bytes each
  // Nearly every short word ends otherwise, and every word of a text is asked.
  if (!word.ends_with("ل") && !word.ends_with("و") && !word.ends_with("ف") && !word.ends_with("ب") &&
      !word.ends_with("ك"))
    return false;
  const std::size_t whole = word.size();
  for (const std::string_view conjunction : {"و", "ف"}) {
    if (word.size() == whole) drop_prefix(word, conjunction);
  }
  if (word == "ال" || word == "لل") return true;
  const std::size_t rest = word.size();
  for (const std::string_view preposition : {"ب", "ك", "ل"}) {
    if (word.size() == rest) drop_prefix(word, preposition);
  }
  return word.empty() || word == "ال";
}

bool is_era_letter(std::string_view word) noexcept { return word == "ه" || word == "م"; }

}  // namespace fihrist
