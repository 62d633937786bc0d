// SPDX-License-Identifier: GPL-3.0-or-later
// The letters of Arabizi, as chats of Egypt, the Levant, the Gulf and the Maghreb use them; where regions
// differ the variants are all here, the local ones at a cost. On the matter: K. Darwish, Arabizi Detection
// and Conversion to Arabic, arXiv:1306.6755.
#include "analysis/arabizi_letters.hpp"

#include <array>

namespace fihrist {
namespace {

using enum ArabiziPlace;

constexpr auto sounds = std::to_array<ArabiziSound>({
    // Digits that look like the letter.
    {"2", "ا", 0, first},
    {"2", "ا", 0, inner},
    {"2", "ء", 0, inner},
    {"2", "ي", 0, inner},
    {"2", "و", 0, inner},
    {"2", "ء", 0, last},
    {"2", "ا", 0, last},
    {"2", "ي", 1, last},
    {"2", "و", 1, last},
    {"2", "", 1, last},
    {"2", "ق", 1},  // Cairo, Beirut
    {"3", "ع"},
    {"3'", "غ"},
    {"4", "ش"},
    {"4", "ذ"},
    {"5", "خ"},
    {"6", "ط"},
    {"6'", "ظ"},
    {"7", "ح"},
    {"7'", "خ"},
    {"8", "ق"},
    {"8", "غ"},
    {"9", "ص"},
    {"9", "ق"},
    {"9'", "ض"},
    {"'", ""},
    {"'", "ع"},
    {"'", "ا", 1},
    {"'", "ء", 1},
    {"'", "ي", 1},
    {"'", "و", 1},
    {"-", ""},

    // Two letters for one.
    {"tch", "تش"},
    {"sh", "ش"},
    {"ch", "ش"},
    {"ch", "تش"},
    {"ch", "ك", 2},  // technologia
    {"kh", "خ"},
    {"gh", "غ"},
    {"th", "ث"},
    {"th", "ذ", 1},
    {"th", "ظ", 1},  // the Gulf
    {"dh", "ذ"},
    {"dh", "ض"},
    {"dh", "ظ"},
    {"dj", "ج"},
    {"zh", "ج", 1},
    {"ph", "ف"},
    {"qu", "ك", 1},

    // Consonants.
    {"b", "ب"},
    {"c", "ك"},
    {"c", "س", 1},
    {"d", "د"},
    {"d", "ض", 1},
    {"d", "ذ", 2},
    {"f", "ف"},
    {"g", "ج"},  // Cairo
    {"g", "غ", 1},
    {"g", "ق", 1},  // the Gulf
    {"g", "ك", 2},
    {"h", "ه"},
    {"h", "ح", 1},
    {"j", "ج"},
    {"k", "ك"},
    {"k", "ق", 1},
    {"k", "خ", 2},
    {"l", "ل"},
    {"m", "م"},
    {"n", "ن"},
    {"p", "ب"},
    {"q", "ق"},
    {"r", "ر"},
    {"s", "س"},
    {"s", "ص", 1},
    {"s", "ث", 2},
    {"t", "ت"},
    {"t", "ط", 1},
    {"t", "ث", 2},
    {"v", "ف"},
    {"w", "و"},
    {"x", "كس"},
    {"y", "ي"},
    {"y", "", 2},
    {"z", "ز"},
    {"z", "ذ", 1},
    {"z", "ظ", 1},

    // Vowels: those that begin a word stand on an alef.
    {"a", "ا", 0, first},
    {"a", "ع", 1, first},
    {"e", "ا", 0, first},
    {"e", "ع", 1, first},
    {"i", "ا", 0, first},
    {"i", "اي", 0, first},
    {"i", "ع", 1, first},
    {"o", "ا", 0, first},
    {"o", "او", 0, first},
    {"o", "ع", 1, first},
    {"u", "ا", 0, first},
    {"u", "او", 0, first},
    {"aa", "ا", 0, first},
    {"ee", "اي", 0, first},
    {"ei", "اي", 0, first},
    {"ai", "اي", 0, first},
    {"oo", "او", 0, first},
    {"ou", "او", 0, first},

    {"aa", "ا"},
    {"aa", "ع", 1},
    {"ee", "ي"},
    {"ii", "ي"},
    {"ie", "ي"},
    {"ei", "ي"},
    {"ai", "ي"},
    {"oo", "و"},
    {"ou", "و"},
    {"uu", "و"},
    {"au", "و"},
    {"a", "ا", 0, inner},
    {"a", "", 0, inner},
    {"a", "ع", 2, inner},
    {"i", "ي", 0, inner},
    {"i", "", 0, inner},
    {"i", "اي", 2, inner},
    {"u", "و", 0, inner},
    {"u", "", 0, inner},
    {"u", "يو", 2, inner},
    {"o", "و", 0, inner},
    {"o", "", 0, inner},
    {"e", "", 0, inner},
    {"e", "ي", 1, inner},
    {"e", "ا", 2, inner},

    {"a", "ه", 0, last},
    {"a", "ا", 0, last},
    {"a", "ي", 1, last},
    {"a", "ء", 2, last},
    {"a", "", 2, last},
    {"an", "ا", 1, last},  // shukran
    {"e", "ه", 0, last},
    {"e", "ي", 1, last},
    {"e", "", 1, last},
    {"i", "ي", 0, last},
    {"i", "", 2, last},
    {"o", "و", 0, last},
    {"o", "ه", 1, last},
    {"o", "وا", 1, last},
    {"u", "و", 0, last},
    {"u", "وا", 1, last},
    {"u", "", 2, last},
});

constexpr auto prefixes = std::to_array<ArabiziSound>({
    {"w", "و", 1},     {"wa", "و", 1},    {"we", "و", 1},    {"f", "ف", 2},     {"fa", "ف", 2},
    {"b", "ب", 2},     {"bi", "ب", 1},    {"be", "ب", 1},    {"l", "ل", 2},     {"li", "ل", 1},
    {"le", "ل", 1},    {"l", "ال", 1},    {"wel", "وال", 0}, {"wal", "وال", 0}, {"wil", "وال", 0},
    {"bel", "بال", 0}, {"bil", "بال", 0}, {"bal", "بال", 0}, {"lel", "لل", 0},  {"lil", "لل", 0},
    {"fel", "فال", 1}, {"fil", "فال", 1}, {"kal", "كال", 1}, {"el", "ال", 0},   {"al", "ال", 0},
    {"il", "ال", 0},   {"ul", "ال", 0},
});

}  // namespace

std::span<const ArabiziSound> arabizi_sounds() noexcept { return sounds; }
std::span<const ArabiziSound> arabizi_prefixes() noexcept { return prefixes; }

bool is_arabizi_vowel(char c) noexcept { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace fihrist
