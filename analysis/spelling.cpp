// SPDX-License-Identifier: GPL-3.0-or-later
// Damerau's distance in its restricted form (optimal string alignment), with prices for letters.
#include "analysis/spelling.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>
#include <utility>

#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr double confused = 0.4;
constexpr double latin_slip = 0.6;
constexpr double neighbour = 0.7;
constexpr double any_slip = 1;

constexpr std::u32string_view arabic_alphabet = U"ابتثجحخدذرزسشصضطظعغفقكلمنهويء";
constexpr std::u32string_view latin_alphabet = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view latin_vowels = U"aeiouy";

/// Letters of one sound to many writers, or of one shape but for a dot, after folding.
constexpr std::array<std::u32string_view, 8> confusions{
    U"ضظ",    // the commonest of all
    U"تطث",   //
    U"ذزدظ",  //
    U"سصث",   //
    U"قكغج",  // the g of loans
    U"ايعء",  // hamza and its seats
    U"وء",    // مسؤول, مسءول
    U"وي",    // مسؤول, مسئول
};

/// Rows of the keyboard, each a little to the right of the one above it. Letters that folding has made of
/// others (ى ئ ؤ ة) are at home elsewhere; a blank keeps their place.
constexpr std::array<std::u32string_view, 3> arabic_rows{U"ضصثقفغعهخحجد", U"شسيبلاتنمكط", U" ء ر   وزظ"};
constexpr std::array<std::u32string_view, 3> latin_rows{U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
constexpr std::array<double, 3> row_offsets{0, 0.25, 0.75};

bool holds(std::u32string_view letters, char32_t c) { return letters.find(c) != std::u32string_view::npos; }
bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }

bool are_confused(char32_t left, char32_t right) {
  return std::ranges::any_of(
      confusions, [&](std::u32string_view group) { return holds(group, left) && holds(group, right); });
}

bool are_confused_endings(char32_t left, char32_t right) { return holds(U"ها", left) && holds(U"ها", right); }

// --- the edits ---

/// The alphabet of the word's script; empty when it has none or two.
std::u32string_view alphabet_of(std::u32string_view word) {
  const bool arabic = std::ranges::any_of(word, is_arabic_letter);
  const bool latin = std::ranges::any_of(word, is_latin);
  if (arabic == latin) return {};
  return arabic ? arabic_alphabet : latin_alphabet;
}

bool is_letter(char32_t c) { return is_latin(c) || is_arabic_letter(c); }

/// Strings made of a word, each once and never the word itself.
class Edits {
 public:
  explicit Edits(std::u32string_view word) : word_(word), alphabet_(alphabet_of(word)) { met_.emplace(word); }

  std::vector<std::string> all() && {
    if (alphabet_.empty()) return {};
    for (std::size_t at = 0; at < word_.size(); ++at) {
      if (is_letter(word_[at])) change_letter(at);
    }
    for (std::size_t at = 0; at <= word_.size(); ++at) insert(at);
    return std::move(out_);
  }

  std::vector<std::string> confused() && {
    if (alphabet_ != arabic_alphabet) return {};
    for (std::size_t at = 0; at < word_.size(); ++at) {
      confuse_letter(at);
      if (!is_arabic_letter(word_[at])) continue;
      add(spliced(at, 0, word_.substr(at, 1)));
      if (at > 0 && word_[at - 1] == word_[at]) add(spliced(at, 1, {}));
    }
    return std::move(out_);
  }

 private:
  void change_letter(std::size_t at) {
    add(spliced(at, 1, {}));
    std::u32string edit(word_);
    if (at + 1 < word_.size() && is_letter(word_[at + 1])) {
      std::swap(edit[at], edit[at + 1]);
      add(edit);
    }
    edit = word_;
    for (const char32_t letter : alphabet_) {
      edit[at] = letter;
      add(edit);
    }
  }

  void insert(std::size_t at) {
    std::u32string edit = spliced(at, 0, U" ");
    for (const char32_t letter : alphabet_) {
      edit[at] = letter;
      add(edit);
    }
  }

  void confuse_letter(std::size_t at) {
    std::u32string edit(word_);
    for (const char32_t letter : alphabet_) {
      if (!are_confused(word_[at], letter) &&
          !(at + 1 == word_.size() && are_confused_endings(word_[at], letter)))
        continue;
      edit[at] = letter;
      add(edit);
    }
  }

  std::u32string spliced(std::size_t at, std::size_t count, std::u32string_view put) const {
    return std::u32string(word_).replace(at, count, put);
  }

  void add(const std::u32string& edit) {
    if (!edit.empty() && met_.insert(edit).second) out_.push_back(to_utf8(edit));
  }

  std::u32string_view word_;
  std::u32string_view alphabet_;
  std::unordered_set<std::u32string> met_;
  std::vector<std::string> out_;
};

// --- the costs ---

struct KeyPlace {
  double x = 0;
  double y = 0;
  bool found = false;
};

KeyPlace place_of(char32_t c, const std::array<std::u32string_view, 3>& rows) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::size_t column = c == U' ' ? std::u32string_view::npos : rows[row].find(c);
    if (column != std::u32string_view::npos)
      return {static_cast<double>(column) + row_offsets[row], static_cast<double>(row), true};
  }
  return {};
}

/// Do the keys touch? Of the next row only those do that lie less than a key aside.
bool are_neighbours(char32_t left, char32_t right) {
  const auto& rows = is_latin(left) ? latin_rows : arabic_rows;
  const KeyPlace one = place_of(left, rows);
  const KeyPlace other = place_of(right, rows);
  if (!one.found || !other.found) return false;
  const double aside = std::abs(one.x - other.x);
  const double apart = std::abs(one.y - other.y);
  return apart == 0 ? aside <= 1 : apart <= 1 && aside < 1;
}

double replacement_cost(std::u32string_view left, std::size_t i, std::u32string_view right, std::size_t j) {
  const char32_t a = left[i];
  const char32_t b = right[j];
  if (a == b) return 0;
  if (are_confused(a, b)) return confused;
  const bool final = i + 1 == left.size() && j + 1 == right.size();
  if (final && are_confused_endings(a, b)) return confused;
  if (holds(latin_vowels, a) && holds(latin_vowels, b)) return latin_slip;
  return are_neighbours(a, b) ? neighbour : any_slip;
}

/// A letter that the other word has not.
double omission(std::u32string_view word, std::size_t at) {
  const char32_t c = word[at];
  const bool doubled = (at > 0 && word[at - 1] == c) || (at + 1 < word.size() && word[at + 1] == c);
  if (is_latin(c)) return doubled || holds(latin_vowels, c) ? latin_slip : any_slip;
  return doubled && is_arabic_letter(c) ? confused : any_slip;
}

/// Three rows of the table of distances are enough: the letters before, and those before them for swaps.
class Distances {
 public:
  Distances(std::u32string_view left, std::u32string_view right)
      : left_(left),
        right_(right),
        before_(right.size() + 1),
        last_(right.size() + 1),
        row_(right.size() + 1) {
    for (std::size_t j = 1; j <= right.size(); ++j) row_[j] = row_[j - 1] + omission(right, j - 1);
  }

  double total(double limit) && {
    double least_before = 0;
    for (std::size_t i = 0; i < left_.size(); ++i) {
      const double least = add_row(i);
      if (std::min(least, least_before + any_slip) > limit) return std::min(least, least_before + any_slip);
      least_before = least;
    }
    return row_.back();
  }

 private:
  /// Returns the least cost in the new row.
  double add_row(std::size_t i) {
    std::swap(before_, last_);
    std::swap(last_, row_);
    row_[0] = last_[0] + omission(left_, i);
    for (std::size_t j = 0; j < right_.size(); ++j) {
      row_[j + 1] = std::min({last_[j] + replacement_cost(left_, i, right_, j),
                              last_[j + 1] + omission(left_, i), row_[j] + omission(right_, j)});
      if (i > 0 && j > 0 && left_[i] == right_[j - 1] && left_[i - 1] == right_[j])
        row_[j + 1] = std::min(row_[j + 1], before_[j - 1] + any_slip);
    }
    return *std::ranges::min_element(row_);
  }

  std::u32string_view left_;
  std::u32string_view right_;
  std::vector<double> before_, last_, row_;
};

}  // namespace

std::vector<std::string> spelling_edits(std::string_view word) {
  const std::u32string letters = code_points(word);
  return Edits(letters).all();
}

std::vector<std::string> confused_spellings(std::string_view word) {
  const std::u32string letters = code_points(word);
  return Edits(letters).confused();
}

double spelling_cost(std::string_view left, std::string_view right, double limit) {
  const std::u32string one = code_points(left);
  const std::u32string other = code_points(right);
  // Each letter that the longer word has more is one omission, and none is cheaper than a doubled one.
  const std::size_t more = std::max(one.size(), other.size()) - std::min(one.size(), other.size());
  if (static_cast<double>(more) * confused > limit) return static_cast<double>(more) * confused;
  return Distances(one, other).total(limit);
}

}  // namespace fihrist
