// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes as rows, and the matcher that tries them on a word.
#include "analysis/broken_plurals.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

/// Folded letters as they are written without vowels; a digit is a root letter, the same one wherever it
/// stands again. (Wright, A Grammar of the Arabic Language, 3rd ed., vol. 1, §§ 304–305 lists the measures.)
struct Shape {
  std::string_view singular, plural;
  /// Of the pairs of nouns that fit, met in 12,802 articles of news and software, singular and plural were
  /// this many to one other, as a logarithm; counted on the pairs of tables/plurals.tsv.
  double log_odds;
  bool telling = false;
  bool of_persons = false;
};

constexpr std::array shapes{
    Shape{"12ا3", "ا123ه", 2.4, true},
    Shape{"123ي4", "12ا3ي4", 2.3, true},
    Shape{"1ا23", "1وا23", 1.9, true},
    Shape{"12ي3ه", "12اي3", 1.8, true},
    Shape{"م123", "م1ا23", 1.8},
    Shape{"12ي3", "123اء", 1.7, true, true},
    Shape{"123", "ا12ا3", 1.6},
    Shape{"123", "12و3", 1.4},
    Shape{"12ه", "122", 1.3},
    Shape{"12", "12و2", 1.2},
    Shape{"123ا4", "12ا3ي4", 1.2, true},
    Shape{"1ا2و4", "1وا2ي4", 1.1, true},
    Shape{"123و4", "12ا3ي4", 1.0, true},
    Shape{"1ا23ه", "1وا23", 1.0, true},
    Shape{"م12ا3", "م1ا2ي3", 1.0, true},
    Shape{"1234", "12ا34", 0.9},
    Shape{"1ا23", "12ا3", 0.9},
    Shape{"12يه", "12ايا", 0.8, true},
    Shape{"1ا3", "1ي3ان", 0.8},
    Shape{"12وي", "12اوي", 0.5, true},
    Shape{"1اي3", "1وا3", 0.5, false, true},
    Shape{"12اء", "ا12يه", 0.4, true},
    Shape{"م12و3", "م1ا2ي3", 0.4, true},
    Shape{"12", "ا12ا2", 0.3},
    Shape{"1234ه", "12ا34", 0.3},
    Shape{"12ي", "ا12ياء", 0.3, true, true},
    Shape{"12ي3", "ا123ه", 0.2, true},
    Shape{"12ي2", "ا12اء", 0.0, true, true},
    Shape{"12ي3", "ا123اء", 0.0, true, true},
    Shape{"1ا2ه", "1وا2", 0.0, true},
    Shape{"1ا2ي", "12اه", 0.0, false, true},
    Shape{"1ا2ي4", "1وا2ي4", 0.0, true},
    Shape{"1اي3", "1ا3ه", -0.3},
    Shape{"1ا3", "ا1وا3", -0.4},
    Shape{"123ه", "123", -0.5},
    Shape{"12ا3ه", "12اي3", -0.5, true},
    Shape{"12وه", "12ي", -0.5},
    Shape{"12ي3", "12اي3", -0.5, true},
    Shape{"12ي3", "123ان", -0.5},
    Shape{"م123ه", "م1ا23", -0.5},
    Shape{"م12ه", "م1ا2", -0.5},
    Shape{"12ا3", "123ان", -0.6},
    Shape{"1ا2يه", "1وا2", -0.6, true},
    Shape{"ا23", "ا2ا3", -0.8},
    Shape{"1ا23", "123اء", -1.0, true, true},
    Shape{"123و4ه", "12ا3ي4", -1.1, true},
    Shape{"123ه", "ا12ا3", -1.3},
    Shape{"م12", "م1ا2", -1.3},
    Shape{"123ه", "12ا3", -1.4},
    Shape{"12ي3", "123ي", -1.4, false, true},
    Shape{"123ه", "12و3", -1.5},
    Shape{"123", "ا123", -1.6},
    Shape{"123", "12ا3", -1.8},
    Shape{"12ي3ه", "123", -2.4},
    Shape{"1ا23", "12و3", -2.5},
    Shape{"12ي3", "12ا3", -2.6},
    Shape{"12ا3", "123", -2.8},
    Shape{"12ي3", "123", -2.8},
    Shape{"123ي", "ا12ا3", -2.9},
};

constexpr std::size_t most_root_letters = 4;
using Root = std::array<std::u32string_view, most_root_letters>;

std::optional<std::size_t> root_place(char32_t letter) {
  if (letter < U'1' || letter >= U'1' + most_root_letters) return std::nullopt;
  return letter - U'1';
}

/// A long ا is of the shape; only the first letter of a root is written so (أسلوب). A fourth root letter ي
/// is most likely the ending of an adjective (سكني and سكاني).
bool may_be_root_letter(char32_t letter, std::size_t place) {
  if (letter == U'ا') return place == 0;
  return is_arabic_letter(letter) && (place + 1 < most_root_letters || letter != U'ي');
}

struct CompiledShape {
  std::u32string singular, plural;
  const Shape* row;
};

const std::vector<CompiledShape>& compiled_shapes() {
  static const std::vector<CompiledShape> compiled = [] {
    std::vector<CompiledShape> list;
    for (const Shape& shape : shapes)
      list.push_back({code_points(shape.singular), code_points(shape.plural), &shape});
    return list;
  }();
  return compiled;
}

std::optional<Root> root_in(std::u32string_view word, std::u32string_view shape) {
  if (word.size() != shape.size()) return std::nullopt;
  Root root;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto place = root_place(shape[i]);
    if (!place && word[i] != shape[i]) return std::nullopt;
    if (!place) continue;
    if (!root[*place].empty() ? root[*place].front() != word[i] : !may_be_root_letter(word[i], *place))
      return std::nullopt;
    root[*place] = word.substr(i, 1);
  }
  return root;
}

std::string fill(std::u32string_view shape, const Root& root) {
  std::string word;
  for (const char32_t letter : shape) {
    const auto place = root_place(letter);
    append_utf8(word, place ? root[*place].front() : letter);
  }
  return word;
}

/// With an ending of its own (سكني, سكنية) or a pronoun the word is no singular of the shape.
bool ends_in_affix(std::u32string_view word, std::u32string_view shape) {
  if (!root_place(shape.back()) || word.size() <= 3) return false;
  return word.back() == U'ي' || word.back() == U'ه';
}

std::string without_feminine(const std::string& word) {
  return word.ends_with("ه") ? word.substr(0, word.size() - std::string_view("ه").size()) : std::string();
}

/// توفر and توافر, يسهم and يساهم are verbs and verbal nouns of two stems.
bool is_of_a_verb(std::u32string_view singular, const Shape& shape) {
  return shape.singular == "1234" && (singular.front() == U'ت' || singular.front() == U'ي');
}

}  // namespace

std::vector<PossiblePlural> possible_plurals(std::string_view singular) {
  std::vector<PossiblePlural> plurals;
  const std::u32string word = code_points(singular);
  for (const CompiledShape& shape : compiled_shapes()) {
    const auto root = root_in(word, shape.singular);
    if (!root || is_of_a_verb(word, *shape.row) || ends_in_affix(word, shape.singular)) continue;
    std::string plural = fill(shape.plural, *root);
    if (plural == singular ||
        std::ranges::find(plurals, plural, &PossiblePlural::word) != plurals.end())  // rows fall in odds
      continue;
    std::string masculine = without_feminine(plural);
    plurals.push_back({.word = std::move(plural),
                       .log_odds = shape.row->log_odds,
                       .telling = shape.row->telling,
                       .of_persons = shape.row->of_persons,
                       .masculine = std::move(masculine),
                       .of_feminine = singular.ends_with("ه")});
  }
  return plurals;
}

bool is_plain_noun(std::string_view word, std::string_view stem) {
  return word == stem || (word.starts_with(stem) && word.substr(stem.size()) == "ه");
}

}  // namespace fihrist
