// SPDX-License-Identifier: GPL-3.0-or-later
// Sounds of Arabic letters, codes, and the edit distance of sounds.
#include "analysis/name_code.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "analysis/latin_sounds.hpp"
#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr double vowel_cost = 0.3;
constexpr double doubled_cost = 0.1;
constexpr double consonant_cost = 1.0;

/// Letters of one class are the same sound; the usual letter (ت for t, ط for none) only breaks ties.
constexpr double shade_cost = 0.05;

/// e is the weakest of vowels: a ي, an ا or, most often, nothing.
constexpr double weak_vowel_cost = 0.15;

/// Longer than any name; what is behind it says nothing more.
constexpr std::size_t most_sounds = 48;

bool is_vowel(char sound) { return sound >= 'a' && sound <= 'z'; }

struct Letters {
  std::u32string_view letters;
  char sound;
};

constexpr Letters arabic_sounds[] = {
    {U"اعء", 'a'},  {U"و", 'w'}, {U"ي", 'y'}, {U"ب", 'B'},   {U"ف", 'F'}, {U"ت", 'T'},
    {U"ط", '1'},    {U"ث", '2'}, {U"د", 'D'}, {U"ضذظ", '3'}, {U"ك", 'K'}, {U"ق", 'Q'},
    {U"جغگچ", 'G'}, {U"خ", '6'}, {U"س", 'S'}, {U"زژ", '4'},  {U"ص", '5'}, {U"ش", 'C'},
    {U"ر", 'R'},    {U"ل", 'L'}, {U"م", 'M'}, {U"ن", 'N'},   {U"ه", 'H'}, {U"ح", '7'},
};

constexpr char32_t arabic_block = 0x0600;

constexpr auto sounds_by_letter() {
  std::array<char, 0x100> sounds{};
  for (const Letters& of : arabic_sounds)
    for (const char32_t letter : of.letters) sounds[letter - arabic_block] = of.sound;
  return sounds;
}

/// NUL for what is no letter of a name.
char arabic_sound(char32_t letter) {
  static constexpr auto sounds = sounds_by_letter();
  return letter - arabic_block < sounds.size() ? sounds[letter - arabic_block] : '\0';
}

/// Digits, G and Q are shades of a class: nearer to some letters of the other script than to others.
char class_of(char sound) {
  switch (sound) {
    case '1':
    case '2':
      return 'T';
    case '3':
      return 'D';
    case '4':
    case '5':
      return 'S';
    case '6':
    case 'G':
    case 'Q':
      return 'K';
    case '7':
      return 'H';
    default:
      return sound;
  }
}

/// تش is one sound, and so is دج; ة, which folding made ه, is a vowel.
std::vector<std::string> arabic_readings(std::string_view word) {
  std::string reading;
  char32_t before = 0, letter = 0;
  for (std::size_t at = 0; at < word.size(); before = letter) {
    letter = next_code_point(word, at);
    const char sound = arabic_sound(letter);
    if (sound == '\0') return {};
    if (letter == U'ش' && before == U'ت') reading.pop_back();
    if (letter == U'ج' && before == U'د') reading.pop_back();
    reading.push_back(sound);
  }
  std::vector<std::string> readings;
  const bool may_be_vowel = letter == U'ه' && reading.size() > 1;
  if (may_be_vowel) readings.push_back(reading.substr(0, reading.size() - 1) + 'a');
  readings.push_back(std::move(reading));
  return readings;
}

std::string without_blanks(std::string_view word) {
  std::string joined(word);
  std::erase_if(joined, [](char c) { return c == ' ' || c == '\''; });
  return joined;
}

std::vector<std::string> readings_of(std::string_view word) {
  const std::string joined = without_blanks(word);
  if (joined.empty()) return {};
  auto readings =
      static_cast<unsigned char>(joined.front()) < 0x80 ? latin_readings(joined) : arabic_readings(joined);
  for (std::string& reading : readings) reading.resize(std::min(reading.size(), most_sounds));
  return readings;
}

std::string code_of(std::string_view reading) {
  std::string code;
  if (!reading.empty() && is_vowel(reading.front())) code.push_back('A');
  for (const char sound : reading)
    if (!is_vowel(sound)) code.push_back(class_of(sound));
  return code;
}

double cost_alone(std::string_view reading, std::size_t at) {
  if (at > 0 && reading[at] == reading[at - 1]) return doubled_cost;
  if (reading[at] == 'e') return weak_vowel_cost;
  return is_vowel(reading[at]) ? vowel_cost : consonant_cost;
}

double cost_of_change(char left, char right) {
  if (left == right) return 0;
  if (!is_vowel(left) && !is_vowel(right)) {
    if (class_of(left) != class_of(right)) return consonant_cost;
    return left == 'Q' || right == 'Q' ? 0 : shade_cost;
  }
  if (!is_vowel(left) || !is_vowel(right)) return consonant_cost + vowel_cost;
  if (left != 'e' && right != 'e') return vowel_cost;
  return left == 'y' || right == 'y' ? 0 : weak_vowel_cost;
}

/// Levenshtein's table, one row at a time.
double edits(std::string_view left, std::string_view right) {
  std::array<double, most_sounds + 1> row{};
  for (std::size_t j = 0; j < right.size(); ++j) row[j + 1] = row[j] + cost_alone(right, j);
  for (std::size_t i = 0; i < left.size(); ++i) {
    double diagonal = row[0];
    row[0] += cost_alone(left, i);
    for (std::size_t j = 0; j < right.size(); ++j) {
      const double changed = diagonal + cost_of_change(left[i], right[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j + 1] + cost_alone(left, i), row[j] + cost_alone(right, j)});
    }
  }
  return row[right.size()];
}

/// Behind them a name may begin; the longest first. Several may stand one before the other.
constexpr std::string_view clitics[] = {"ال", "لل", "و", "ف", "ب", "ك", "ل"};

}  // namespace

NameSounds::NameSounds(std::string_view word) : readings_(readings_of(word)) {}

std::vector<std::string> NameSounds::codes() const {
  std::vector<std::string> codes;
  for (const std::string& reading : readings_)
    if (std::string code = code_of(reading); std::find(codes.begin(), codes.end(), code) == codes.end())
      codes.push_back(std::move(code));
  return codes;
}

double NameSounds::distance(const NameSounds& other) const {
  double least = 1;
  for (const std::string& left : readings_)
    for (const std::string& right : other.readings_)
      if (const std::size_t longer = std::max(left.size(), right.size()); longer > 0)
        least = std::min(least, edits(left, right) / static_cast<double>(longer));
  return least;
}

std::size_t consonants_in(std::string_view code) { return code.size() - (code.starts_with('A') ? 1 : 0); }

bool sound_alike(const NameSounds& left, const NameSounds& right) {
  const auto codes = right.codes();
  for (const std::string& code : left.codes())
    if (consonants_in(code) >= telling_consonants &&
        std::find(codes.begin(), codes.end(), code) != codes.end())
      return true;
  return false;
}

std::vector<std::string_view> without_clitics(std::string_view word) {
  std::vector<std::string_view> forms{word};
  for (std::size_t at = 0; at < forms.size(); ++at)
    for (const std::string_view clitic : clitics) {
      if (!forms[at].starts_with(clitic)) continue;
      const std::string_view rest = forms[at].substr(clitic.size());
      if (count_code_points(rest) < 2) continue;
      if (std::find(forms.begin(), forms.end(), rest) == forms.end()) forms.push_back(rest);
    }
  return forms;
}

}  // namespace fihrist
