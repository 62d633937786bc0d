// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts, key by key: Windows «Arabic (101)», French AZERTY, and what Apple's Arabic does otherwise.
// Checked against xkeyboard-config, symbols/ara (variants basic, azerty and mac).
#include "analysis/keyboard_layout.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr char32_t fathatan = 0x064B;
constexpr char32_t dammatan = 0x064C;
constexpr char32_t kasratan = 0x064D;
constexpr char32_t fatha = 0x064E;
constexpr char32_t damma = 0x064F;
constexpr char32_t kasra = 0x0650;
constexpr char32_t shadda = 0x0651;
constexpr char32_t sukun = 0x0652;

/// One key, by what it writes in the one script and in the other. 0 in `second` but for لا and its kin.
struct Key {
  char32_t latin = 0;
  char32_t arabic = 0;
  char32_t second = 0;
};

/// QWERTY and Arabic 101. Where the shifted key gives a sign that Arabic text uses as punctuation (. ,), it
/// is left out: it stays what it is.
constexpr std::array arabic_101{
    Key{U'b', U'ل', U'ا'}, Key{U'G', U'ل', U'أ'}, Key{U'T', U'ل', U'إ'}, Key{U'B', U'ل', U'آ'},
    Key{U'`', U'ذ'},       Key{U'q', U'ض'},       Key{U'w', U'ص'},       Key{U'e', U'ث'},
    Key{U'r', U'ق'},       Key{U't', U'ف'},       Key{U'y', U'غ'},       Key{U'u', U'ع'},
    Key{U'i', U'ه'},       Key{U'o', U'خ'},       Key{U'p', U'ح'},       Key{U'[', U'ج'},
    Key{U']', U'د'},       Key{U'a', U'ش'},       Key{U's', U'س'},       Key{U'd', U'ي'},
    Key{U'f', U'ب'},       Key{U'g', U'ل'},       Key{U'h', U'ا'},       Key{U'j', U'ت'},
    Key{U'k', U'ن'},       Key{U'l', U'م'},       Key{U';', U'ك'},       Key{U'\'', U'ط'},
    Key{U'z', U'ئ'},       Key{U'x', U'ء'},       Key{U'c', U'ؤ'},       Key{U'v', U'ر'},
    Key{U'n', U'ى'},       Key{U'm', U'ة'},       Key{U',', U'و'},       Key{U'.', U'ز'},
    Key{U'/', U'ظ'},       Key{U'H', U'أ'},       Key{U'Y', U'إ'},       Key{U'N', U'آ'},
    Key{U'J', tatweel},    Key{U'K', U'،'},       Key{U'P', U'؛'},       Key{U'?', U'؟'},
    Key{U'~', shadda},     Key{U'Q', fatha},      Key{U'W', fathatan},   Key{U'E', damma},
    Key{U'R', dammatan},   Key{U'A', kasra},      Key{U'S', kasratan},   Key{U'X', sukun},
    Key{U'I', U'÷'},       Key{U'O', U'×'},       Key{U'U', U'‘'},       Key{U'M', U'’'},
    Key{U'L', U'/'},       Key{U'F', U'['},       Key{U'D', U']'},       Key{U'C', U'}'},
    Key{U'V', U'{'},       Key{U'Z', U'~'}};

/// The keys of Apple's Arabic that write something else than those of Arabic 101.
constexpr std::array mac_arabic{
    Key{U']', U'ة'},  Key{U'z', U'ظ'},     Key{U'x', U'ط'},    Key{U'c', U'ذ'},     Key{U'v', U'د'},
    Key{U'b', U'ز'},  Key{U'n', U'ر'},     Key{U'm', U'و'},    Key{U',', U'،'},     Key{U'.', U'.'},
    Key{U'/', U'/'},  Key{U'\'', U'؛'},    Key{U'`', tatweel}, Key{U'D', U'ى'},     Key{U'H', U'آ'},
    Key{U'C', U'ئ'},  Key{U'V', U'ء'},     Key{U'B', U'أ'},    Key{U'N', U'إ'},     Key{U'M', U'ؤ'},
    Key{U'E', kasra}, Key{U'R', kasratan}, Key{U'T', damma},   Key{U'Y', dammatan}, Key{U'U', sukun},
    Key{U'I', shadda}};

/// The same key on AZERTY and on QWERTY.
struct Position {
  char32_t azerty = 0;
  char32_t qwerty = 0;
};

constexpr std::array azerty_positions{
    Position{U'a', U'q'}, Position{U'q', U'a'},  Position{U'z', U'w'}, Position{U'w', U'z'},
    Position{U'A', U'Q'}, Position{U'Q', U'A'},  Position{U'Z', U'W'}, Position{U'W', U'Z'},
    Position{U'm', U';'}, Position{U',', U'm'},  Position{U';', U','}, Position{U':', U'.'},
    Position{U'!', U'/'}, Position{U'ù', U'\''}, Position{U'^', U'['}, Position{U'$', U']'},
    Position{U'²', U'`'}, Position{U'?', U'M'},  Position{U'§', U'?'}, Position{U'M', U':'}};

/// What these write stands on the digit row of AZERTY or behind AltGr, where Arabic has no letters.
constexpr std::u32string_view azerty_signs = U"[]'`./~";

enum class Latin { qwerty, azerty };

bool is_small_ascii(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_capital_ascii(char32_t c) { return c >= U'A' && c <= U'Z'; }

/// Latin letters, × and ÷ of the same block left out.
bool is_latin_letter(char32_t c) {
  return is_small_ascii(c) || is_capital_ascii(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

/// The ligatures of lam and alef, U+FEF5 to U+FEFC, are what the key of لا sends on some systems.
char32_t alef_of_ligature(char32_t c) {
  constexpr std::u32string_view alefs = U"آأإا";
  return c >= 0xFEF5 && c <= 0xFEFC ? alefs[(c - 0xFEF5) / 2] : 0;
}

bool is_typed_arabic(char32_t c) { return is_arabic_letter(c) || alef_of_ligature(c) != 0; }

const Key* find_latin(std::span<const Key> keys, char32_t latin) {
  const auto found = std::ranges::find(keys, latin, &Key::latin);
  return found == keys.end() ? nullptr : &*found;
}

// --- Latin typed, Arabic meant ---

/// The QWERTY key under a character of AZERTY; 0 when it writes no Arabic letter.
char32_t qwerty_key(char32_t typed) {
  const auto found = std::ranges::find(azerty_positions, typed, &Position::azerty);
  if (found != azerty_positions.end()) return found->qwerty;
  return azerty_signs.find(typed) == std::u32string_view::npos ? typed : 0;
}

void type_arabic(std::u32string& out, char32_t typed, Latin layout, std::span<const Key> differing) {
  const char32_t key = layout == Latin::azerty ? qwerty_key(typed) : typed;
  const Key* found = find_latin(differing, key);
  if (found == nullptr) found = find_latin(arabic_101, key);
  if (found == nullptr) return out.push_back(typed);
  out.push_back(found->arabic);
  if (found->second != 0) out.push_back(found->second);
}

/// The length of AND, OR or NOT when it is the word at `at`.
std::size_t operator_length(std::u32string_view typed, std::size_t at) {
  if (at > 0 && typed[at - 1] != U' ' && typed[at - 1] != U'(') return 0;
  for (const std::u32string_view word : {U"AND", U"OR", U"NOT"}) {
    const std::size_t end = at + word.size();
    if (typed.substr(at, word.size()) == word && end < typed.size() && typed[end] == U' ') return word.size();
  }
  return 0;
}

std::u32string in_arabic(std::u32string_view typed, Latin layout, std::span<const Key> differing = {}) {
  std::u32string out;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t kept = operator_length(typed, at);
    out += typed.substr(at, kept);
    if (kept == 0) type_arabic(out, typed[at], layout, differing);
    at += std::max<std::size_t>(kept, 1);
  }
  return out;
}

std::u32string lower_case(std::u32string_view typed) {
  std::u32string out(typed);
  for (char32_t& c : out) {
    if (is_capital_ascii(c)) c += U'a' - U'A';
  }
  return out;
}

/// As it was typed and, if that has capitals, as without the shift or caps lock; the latter first when all
/// of several letters are capitals.
std::vector<std::u32string> readings_of_case(std::u32string_view typed) {
  std::u32string lower = lower_case(typed);
  if (lower == typed) return {std::move(lower)};
  const bool locked =
      std::ranges::none_of(typed, is_small_ascii) && std::ranges::count_if(typed, is_capital_ascii) > 2;
  if (locked) return {std::move(lower), std::u32string(typed)};
  return {std::u32string(typed), std::move(lower)};
}

std::vector<std::u32string> arabic_texts(std::u32string_view typed) {
  const std::vector<std::u32string> cases = readings_of_case(typed);
  std::vector<std::u32string> texts;
  for (const std::u32string& text : cases) texts.push_back(in_arabic(text, Latin::qwerty));
  for (const std::u32string& text : cases) texts.push_back(in_arabic(text, Latin::azerty));
  for (const std::u32string& text : cases) texts.push_back(in_arabic(text, Latin::qwerty, mac_arabic));
  return texts;
}

// --- Arabic typed, Latin meant ---

/// Ligatures taken apart, so that one rule reads them and the two letters.
std::u32string without_ligatures(std::u32string_view typed) {
  std::u32string out;
  for (const char32_t c : typed) {
    const char32_t alef = alef_of_ligature(c);
    out.push_back(alef == 0 ? c : U'ل');
    if (alef != 0) out.push_back(alef);
  }
  return out;
}

bool writes(const Key& key, std::u32string_view at) {
  return at[0] == key.arabic && (key.second == 0 || (at.size() > 1 && at[1] == key.second));
}

/// The first key of the two tables that writes what stands at the beginning of `at`. The keys of two letters
/// come first in theirs.
const Key* find_arabic(std::u32string_view at, std::span<const Key> differing, bool lam_alef_is_a_key) {
  for (const Key& key : differing) {
    if (writes(key, at)) return &key;
  }
  for (const Key& key : arabic_101) {
    if (key.second != 0 && !lam_alef_is_a_key) continue;
    if (writes(key, at)) return &key;
  }
  return nullptr;
}

char32_t azerty_key(char32_t qwerty) {
  const auto found = std::ranges::find(azerty_positions, qwerty, &Position::qwerty);
  return found == azerty_positions.end() ? qwerty : found->azerty;
}

/// Bit n of `taken_apart` says that the n-th lam-alef was typed with two keys.
std::u32string in_latin(std::u32string_view typed, Latin layout, std::span<const Key> differing,
                        unsigned taken_apart) {
  std::u32string out;
  unsigned lam_alefs = 0;
  for (std::size_t at = 0; at < typed.size();) {
    const std::u32string_view rest = typed.substr(at);
    const Key* key = find_arabic(rest, differing, true);
    if (key != nullptr && key->second != 0) {
      if ((taken_apart >> lam_alefs & 1U) != 0) key = find_arabic(rest, differing, false);
      if (lam_alefs < 31) ++lam_alefs;
    }
    if (key == nullptr)
      out.push_back(typed[at]);
    else
      out.push_back(layout == Latin::azerty ? azerty_key(key->latin) : key->latin);
    at += key != nullptr && key->second != 0 ? 2 : 1;
  }
  return out;
}

unsigned count_lam_alefs(std::u32string_view typed) {
  unsigned count = 0;
  for (std::size_t at = 0; at + 1 < typed.size(); ++at) {
    if (typed[at] == U'ل' && std::u32string_view(U"اأإآ").find(typed[at + 1]) != std::u32string_view::npos)
      ++count;
  }
  return count;
}

/// Which readings of the lam-alefs to try: each by itself for two of them, all alike for more.
std::vector<unsigned> ways_to_read_lam_alef(std::u32string_view typed) {
  switch (count_lam_alefs(typed)) {
    case 0:
      return {0};
    case 1:
      return {0, 1};
    case 2:
      return {0, 3, 1, 2};
    default:
      return {0, ~0U};
  }
}

std::vector<std::u32string> latin_texts(std::u32string_view ligated) {
  const std::u32string typed = without_ligatures(ligated);
  const std::vector<unsigned> ways = ways_to_read_lam_alef(typed);
  std::vector<std::u32string> texts;
  for (const unsigned way : ways) texts.push_back(in_latin(typed, Latin::qwerty, {}, way));
  for (const unsigned way : ways) texts.push_back(in_latin(typed, Latin::azerty, {}, way));
  texts.push_back(in_latin(typed, Latin::qwerty, mac_arabic, ~0U));  // Apple's has no key of two letters
  return texts;
}

}  // namespace

std::vector<std::string> retyped(std::string_view query) {
  const std::u32string typed = code_points(query);
  const bool latin = std::ranges::any_of(typed, is_latin_letter);
  if (latin == std::ranges::any_of(typed, is_typed_arabic)) return {};
  std::vector<std::string> out;
  for (const std::u32string& text : latin ? arabic_texts(typed) : latin_texts(typed)) {
    std::string written = to_utf8(text);
    if (std::ranges::find(out, written) == out.end()) out.push_back(std::move(written));
  }
  return out;
}

}  // namespace fihrist
