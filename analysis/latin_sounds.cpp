// SPDX-License-Identifier: GPL-3.0-or-later
// Letter groups of the languages that names come from, and how Arabic writers hear them.
#include "analysis/latin_sounds.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace fihrist {
namespace {

enum class WordPart : std::uint8_t { anywhere, start, end };

/// `sounds` are alternatives divided by |, the likeliest first; one may be empty: a silent letter.
struct LetterRule {
  std::string_view letters;
  std::string_view sounds;
  std::string_view ahead = {};  ///< the letter behind must be one of these
  WordPart place = WordPart::anywhere;
};

constexpr std::string_view front_vowels = "eiy";
constexpr std::string_view consonants = "bcdfgjklmnpqrstvwxz";

/// By first letter; within a letter the first rule that fits counts. Names are English, French, German,
/// Italian, Spanish, Slavic; Arabic spellings follow the sound of the original or that of English.
constexpr LetterRule rules[] = {
    {"a", "a"},
    {"bh", "B|BH"},
    {"b", "B"},
    {"cch", "K|C"},
    {"cc", "KS|C", front_vowels},
    {"ch", "C|K"},
    {"ck", "K"},
    {"cq", "K"},
    {"cz", "C|TS"},
    {"c", "S|C", front_vowels},
    {"c", "K|C", "", WordPart::end},
    {"c", "K"},
    {"dj", "G|DG"},
    {"dg", "DG|G"},
    {"dh", "3|DH"},
    {"dt", "T|D"},
    {"d", "D"},
    {"eau", "w"},
    {"e", "e|", "", WordPart::end},
    {"e", "e"},
    {"f", "F"},
    {"gh", "G|"},
    {"gn", "GN|N"},
    {"g", "G"},
    {"h", "|H", "", WordPart::end},
    {"h", "|H", consonants},
    {"h", "H|"},
    {"i", "y"},
    {"j", "G|y"},
    {"kh", "6"},
    {"kn", "N|KN", "", WordPart::start},
    {"k", "K"},
    {"lh", "L"},
    {"l", "L"},
    {"m", "M"},
    {"ng", "NG|N"},
    {"n", "N"},
    {"ot", "wT|w", "", WordPart::end},
    {"o", "w"},
    {"ph", "F"},
    {"pf", "F|BF"},
    {"ps", "S|BS", "", WordPart::start},
    {"p", "B"},
    {"qu", "Kw"},
    {"q", "K"},
    {"rh", "R|RH"},
    {"r", "R"},
    {"sch", "C|SK"},
    {"ssio", "Cw", "n"},
    {"sio", "Cw|Gw|4yw", "n"},
    {"sh", "C"},
    {"sc", "S|SK|C", front_vowels},
    {"sj", "C"},
    {"sz", "S|C"},
    {"st", "ST|CT", "", WordPart::start},
    {"sp", "SB|CB", "", WordPart::start},
    {"s", "S"},
    {"tsch", "C"},
    {"tch", "C"},
    {"th", "2|3"},
    {"tio", "Cw|Tyw", "n"},
    {"tz", "TS|S"},
    {"t", "T"},
    {"u", "w"},
    {"v", "F|w"},
    {"wh", "w"},
    {"wr", "R", "", WordPart::start},
    {"w", "w|F"},
    {"x", "S|C|KS", "", WordPart::start},
    {"x", "KS"},
    {"y", "y"},
    {"zh", "G|C|4"},
    {"zz", "TS|4"},
    {"z", "4|TS"},
};

constexpr std::size_t letters_in_alphabet = 26;
constexpr std::size_t most_readings = 12;

/// Where the rules of a letter begin; one past the last letter, where they all end.
constexpr auto rules_of_letters() {
  std::array<std::size_t, letters_in_alphabet + 1> begins{};
  std::size_t rule = 0;
  for (std::size_t letter = 0; letter < letters_in_alphabet; ++letter) {
    begins[letter] = rule;
    while (rule < std::size(rules) && rules[rule].letters[0] == static_cast<char>('a' + letter)) ++rule;
  }
  begins[letters_in_alphabet] = rule;
  return begins;
}

constexpr auto rule_begins = rules_of_letters();
static_assert(rule_begins[letters_in_alphabet] == std::size(rules), "rules stand in alphabetical order");

bool fits(const LetterRule& rule, std::string_view word, std::size_t at) {
  const std::size_t behind = at + rule.letters.size();
  if (!word.substr(at).starts_with(rule.letters)) return false;
  if (rule.place == WordPart::start && at != 0) return false;
  if (rule.place == WordPart::end && behind != word.size()) return false;
  return rule.ahead.empty() ||
         (behind < word.size() && rule.ahead.find(word[behind]) != std::string_view::npos);
}

/// Every letter has a rule that fits anywhere, its last.
const LetterRule& rule_at(std::string_view word, std::size_t at) {
  std::size_t rule = rule_begins[static_cast<std::size_t>(word[at] - 'a')];
  while (!fits(rules[rule], word, at)) ++rule;
  return rules[rule];
}

void append_each(std::vector<std::string>& readings, std::string_view sounds) {
  const std::size_t bar = sounds.find('|');
  if (bar == std::string_view::npos) {
    for (std::string& reading : readings) reading += sounds;
    return;
  }
  const std::vector<std::string> before = readings;
  for (std::string& reading : readings) reading += sounds.substr(0, bar);
  for (std::string_view rest = sounds; rest.find('|') != std::string_view::npos;) {
    rest.remove_prefix(rest.find('|') + 1);
    for (const std::string& reading : before)
      if (readings.size() < most_readings)
        readings.push_back(reading + std::string(rest.substr(0, rest.find('|'))));
  }
}

bool is_doubled(std::string_view word, std::size_t at) {
  return at > 0 && word[at] == word[at - 1] && consonants.find(word[at]) != std::string_view::npos;
}

}  // namespace

std::vector<std::string> latin_readings(std::string_view word) {
  if (!std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return {};
  std::vector<std::string> readings(1);
  for (std::size_t at = 0; at < word.size();) {
    const LetterRule& rule = rule_at(word, at);
    if (!is_doubled(word, at)) append_each(readings, rule.sounds);
    at += is_doubled(word, at) ? 1 : rule.letters.size();
  }
  return readings;
}

}  // namespace fihrist
