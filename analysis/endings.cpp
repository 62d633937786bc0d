// SPDX-License-Identifier: GPL-3.0-or-later
// Endings in the order in which they are written; each says what must be attested before it goes.
#include "analysis/endings.hpp"

#include <array>
#include <optional>
#include <vector>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr double possessive_ratio = 0.05;
constexpr double number_ratio = 0.05;
/// With three letters left, chance finds a word too easily (لبنان and لبن): it must be the commoner one.
constexpr double short_number_ratio = 1.0;

std::size_t letters(std::string_view word) { return count_code_points(word); }

std::string_view without(std::string_view word, std::string_view ending) {
  return word.substr(0, word.size() - ending.size());
}

/// The words that may stand before a possessive: ت was ة, ا was ى.
std::vector<std::string> possessed(std::string_view rest) {
  std::vector<std::string> words;
  if (rest.ends_with("ت")) words.push_back(std::string(without(rest, "ت")) + "ه");
  if (rest.ends_with("ا")) words.push_back(std::string(without(rest, "ا")) + "ي");
  words.emplace_back(rest);
  return words;
}

/// ه and ي are also endings of bare words, so only what they change proves them: شبكته, محتواه, بياناتي.
bool is_proof(std::string_view possessive, std::string_view rest) {
  if (possessive == "ه") return rest.ends_with("ت") || rest.ends_with("ا");
  if (possessive == "ي") return rest.ends_with("ات");
  return true;
}

/// ان ون ين of duals and masculine plurals: the rest must be a word, or become one with ة.
bool is_counted(std::string_view rest, std::string_view word, const Attestation& known) {
  const double ratio = letters(rest) > 3 ? number_ratio : short_number_ratio;
  return known.is_attested(rest, word, ratio) || known.is_attested(std::string(rest) + "ه", word, ratio);
}

/// Letters three and so on of مفاعيل: ميادين and قوانين end in a letter of their root.
bool is_broken_plural_shape(std::string_view word) {
  const std::string_view third = std::string_view("ا");
  return letters(word) == 6 && word.substr(first_code_points(word, 2).size()).starts_with(third);
}

/// تكوين, تحسين, تخزين: verbal nouns whose ن is of the root.
bool is_verbal_noun_shape(std::string_view word) { return letters(word) == 5 && word.starts_with("ت"); }

/// Participles (مستخدمون, مبرمجين) are plurals even where the singular has not been met.
bool is_participle_plural(std::string_view word) {
  return word.starts_with("م") && letters(word) >= 6 && !is_broken_plural_shape(word);
}

std::optional<std::string> without_feminine_dual(std::string_view word, const Attestation& known) {
  for (const std::string_view ending : {"تين", "تان", "تا", "تي"}) {
    if (!word.ends_with(ending) || letters(word) < letters(ending) + 2) continue;
    const std::string rest(without(word, ending));
    for (const std::string_view singular_ending : {"ه", "ا"}) {
      std::string singular = rest + std::string(singular_ending);
      if (known.is_attested(singular, word, number_ratio)) return singular;
    }
  }
  return std::nullopt;
}

std::optional<std::string> without_masculine_number(std::string_view word, const Attestation& known) {
  for (const std::string_view ending : {"ون", "ين", "ان", "وا"}) {
    if (!word.ends_with(ending) || letters(word) < 5) continue;
    const std::string_view rest = without(word, ending);
    const bool plural = ending == "ون" || ending == "ين";
    if (plural && is_participle_plural(word)) return std::string(rest);
    if (known.is_seed_word(word)) continue;
    if (ending == "ين" && (is_verbal_noun_shape(word) || is_broken_plural_shape(word))) continue;
    if (is_counted(rest, word, known)) return std::string(rest);
  }
  return std::nullopt;
}

/// مهندسو, مطوري: plurals before a genitive drop their ن. A nisba (مركزي) has a feminine in ية.
std::optional<std::string> without_construct_ending(std::string_view word, const Attestation& known) {
  if (letters(word) < 5 || known.is_seed_word(word)) return std::nullopt;
  if (word.ends_with("و") && known.is_attested(without(word, "و"), word, number_ratio) &&
      !known.is_whole(word))
    return std::string(without(word, "و"));
  if (!word.ends_with("ي")) return std::nullopt;
  const std::string rest(without(word, "ي"));
  const bool plural = known.weight(rest + "ين") > 0 || known.weight(rest + "ون") > 0;
  if (plural && known.weight(rest + "يه") == 0 && known.is_attested(rest, word, number_ratio)) return rest;
  return std::nullopt;
}

/// ات and ه need no evidence: what they are taken from agrees with what they leave.
std::string without_feminine(std::string word) {
  if (word.ends_with("ات") && letters(word) >= 5) word.resize(word.size() - std::string_view("ات").size());
  if (word.ends_with("ه") && letters(word) >= 4) word.resize(word.size() - std::string_view("ه").size());
  return word;
}

/// The alef of tanwin (هاتفًا) and of loans (كاميرا, whose plural is كاميرات). يا stays: سوريا is not سوري.
std::string without_final_alef(std::string word, const Attestation& known) {
  if (!word.ends_with("ا") || word.ends_with("يا")) return word;
  std::string rest(without(word, "ا"));
  if (letters(rest) >= 4) return rest;
  if (letters(rest) == 3 && !known.is_whole(word) && known.is_attested(rest, word, short_number_ratio))
    return rest;
  return word;
}

}  // namespace

std::string without_possessive(std::string_view word, const Attestation& known) {
  static constexpr std::array<std::string_view, 9> possessives{"هما", "كما", "ها", "هم", "هن",
                                                               "كم",  "نا",  "ك",  "ه"};
  for (const std::string_view possessive : possessives) {
    if (!word.ends_with(possessive)) continue;
    const std::string_view rest = without(word, possessive);
    if (letters(rest) < 3 || !is_proof(possessive, rest)) continue;
    const std::vector<std::string> candidates = possessed(rest);
    for (const std::string& candidate : candidates) {
      if (known.is_attested(candidate, word, possessive_ratio)) return candidate;
    }
    // ها ends hardly any word by itself.
    if (possessive == "ها") return candidates.front();
  }
  return std::string(word);
}

std::string without_number(std::string_view word, const Attestation& known) {
  std::string stem(word);
  if (auto singular = without_feminine_dual(stem, known))
    stem = std::move(*singular);
  else if (auto masculine = without_masculine_number(stem, known))
    stem = std::move(*masculine);
  else if (auto construct = without_construct_ending(stem, known))
    stem = std::move(*construct);
  return without_final_alef(without_feminine(std::move(stem)), known);
}

}  // namespace fihrist
