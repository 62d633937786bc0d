// SPDX-License-Identifier: GPL-3.0-or-later
// Dual, plural and feminine; each ending says what must be attested before it goes.
#include "analysis/endings.hpp"

#include <algorithm>
#include <optional>

#include "analysis/affixes.hpp"

namespace fihrist {
namespace {

/// How frequent a singular must be, as a share of the word that it is taken out of.
constexpr double number_ratio = 0.05;
/// With three letters left, chance finds a word too easily (لبنان and لبن): it must be the commoner one.
constexpr double short_ratio = 1.0;
/// The same for the two letters that لغات and جهات leave, to which the ة is given back.
constexpr double shortest_ratio = 0.3;
/// How much commoner سوري would have to be than سوريا to be what it comes from.
constexpr double adverb_ratio = 3.0;
/// A word as frequent as this, were it a dual or plural, would be met in its other case as well.
constexpr double frequent_word = 5;
/// So much commoner than its dual is a noun of three letters (سطر, سطرين); that of a name is not.
constexpr double noun_to_dual = 10;
/// No commoner than this, as a share of its noun, is «both of» or «my» (ملعبي); a nisba mostly is (دولي).
constexpr double genitive_share = 0.02;

bool is_singular(std::string_view singular, std::string_view word, const Attestation& known) {
  return known.is_attested(singular, word, letters(singular) > 3 ? number_ratio : short_ratio);
}

/// ميادين, عناوين: the ن is of the root.
bool is_broken_plural_shape(std::string_view word) {
  return letters(word) == 6 && word.substr(first_code_points(word, 2).size()).starts_with("ا");
}

/// تكوين, تحسين, تخزين: verbal nouns whose ن is of the root.
bool is_verbal_noun_shape(std::string_view word) {
  return letters(word) == 5 && word.starts_with("ت") && word.ends_with("ين");
}

/// مستخدمون, مبرمجين: participles are plurals even where the singular has not been met.
bool is_participle_plural(std::string_view word) {
  return word.starts_with("م") && letters(word) >= 6 && !is_broken_plural_shape(word);
}

/// Is the word also met in the other case? مهندسون has مهندسين and هاتفان has هاتفين; زيتون and شعبان stand
/// alone, and are words by themselves although زيت and شعب are words too.
bool has_other_case(std::string_view rest, std::string_view ending, const Attestation& known) {
  if (ending != "ين") return known.weight(with(rest, "ين")) > 0;
  return known.weight(with(rest, "ون")) > 0 || known.weight(with(rest, "ان")) > 0;
}

/// عارضيتين, متكلمتين: of the words with so many letters before تين or تان only the feminines of nisbas and
/// participles end so; the others are loans (كونستانتين, ميتروبوليتان) and countries.
bool is_plain_feminine_dual(std::string_view rest) {
  if (letters(rest) < 4 || letters(rest) > 8) return false;
  return rest.ends_with("ي") || (rest.starts_with("م") && !rest.ends_with("س"));
}

std::optional<std::string> feminine_dual(std::string_view word, const Attestation& known) {
  if (known.is_seed_word(word)) return std::nullopt;  // بروتين, حيتان
  for (const std::string_view ending : {"تين", "تان", "تا", "تي"}) {
    if (!word.ends_with(ending) || letters(word) < letters(ending) + 2) continue;
    const std::string_view rest = without(word, ending);
    if (letters(rest) >= 4 && known.is_name(with(rest, "ا"))) return with(rest, "ا");  // كاميرتين
    const double with_root_letter = known.weight(with(rest, "ت"));                     // بنتين, وقتا
    for (const std::string_view singular_ending : {"ه", "ا"}) {
      std::string singular = with(rest, singular_ending);
      if (is_singular(singular, word, known) && known.weight(singular) >= with_root_letter) return singular;
    }
    // Of an adjective perhaps only the masculine has been met.
    if (letters(ending) == 3 && letters(rest) > 3 && is_singular(rest, word, known)) return std::string(rest);
    if (letters(ending) == 3 && is_plain_feminine_dual(rest) && with_root_letter == 0) return with(rest, "ه");
  }
  return std::nullopt;
}

/// مستخدمين -> مستخدم, مساوين -> مساوي.
std::optional<std::string> participle(std::string_view word, std::string_view rest,
                                      const Attestation& known) {
  if (!is_participle_plural(word)) return std::nullopt;
  if (known.is_attested(rest, word, number_ratio)) return std::string(rest);
  if (known.is_attested(with(rest, "ي"), word, number_ratio)) return with(rest, "ي");
  return std::string(rest);
}

/// سياسيين, لاجئين: two ي before the ن are those of a nisba and of its plural. يون is not as plain: تلفزيون.
bool is_nisba_plural(std::string_view word, std::string_view rest, std::string_view ending) {
  return ending == "ين" && rest.ends_with("ي") && letters(word) >= 6 && !is_broken_plural_shape(word);
}

/// Does the word stand for itself, although a word would be left of it?
bool is_root_ending(std::string_view word, std::string_view rest, std::string_view ending,
                    const Attestation& known) {
  if (known.is_seed_word(word) || is_verbal_noun_shape(word)) return true;
  if (letters(rest) > 3 || ending == "وا" || known.weight(word) < frequent_word) return false;
  // ويبين is much rather و + يبين than «two webs».
  if (ending == "ين" && !word.starts_with("و") && known.is_whole(rest) &&
      known.weight(rest) >= noun_to_dual * known.weight(word))
    return false;
  return !has_other_case(rest, ending, known);
}

std::optional<std::string> masculine_number(std::string_view word, const Attestation& known) {
  for (const std::string_view ending : {"ون", "ين", "ان", "وا"}) {
    if (!word.ends_with(ending) || letters(word) < 5) continue;
    const std::string_view rest = without(word, ending);
    if (ending == "ون" || ending == "ين") {
      if (auto singular = participle(word, rest, known)) return singular;
    }
    if (is_root_ending(word, rest, ending, known)) continue;
    for (const std::string_view singular_ending : {"", "ه"}) {
      std::string singular = with(rest, singular_ending);
      if (is_singular(singular, word, known)) return singular;
    }
    if (is_nisba_plural(word, rest, ending)) return std::string(rest);
  }
  return std::nullopt;
}

/// Is the word a plural of persons, met as such or plain from its letters (مستخدم)?
bool has_masculine_plural(std::string_view singular, const Attestation& known) {
  return known.weight(with(singular, "ين")) > 0 || known.weight(with(singular, "ون")) > 0 ||
         (singular.starts_with("م") && letters(singular) >= 5);
}

/// مهندسو, مطوري: before a genitive these lose their ن, and then they take no article. A nisba (مركزي) does,
/// and has a feminine that does (المركزية); that of a plural would be «his» (مواطنيه).
std::optional<std::string> construct_plural(std::string_view word, const Attestation& known) {
  if (letters(word) < 5 || known.is_whole(word)) return std::nullopt;
  if (word.ends_with("و") && is_singular(without(word, "و"), word, known))
    return std::string(without(word, "و"));
  if (!word.ends_with("ي")) return std::nullopt;
  const std::string_view rest = without(word, "ي");
  if (known.is_whole(with(rest, "يه")) || !is_singular(rest, word, known)) return std::nullopt;
  return has_masculine_plural(rest, known) ? std::optional<std::string>(rest) : std::nullopt;
}

/// ملعبي, «both grounds of» or «my ground»: beside so common a noun a nisba would be met more often.
bool is_rare_beside(std::string_view noun, std::string_view word, const Attestation& known) {
  const double met = std::max(1.0, known.weight(word) + known.weight(with(word, "ه")));
  return known.is_whole(noun) && met <= genitive_share * known.weight(noun);
}

std::optional<std::string> construct_dual(std::string_view word, const Attestation& known) {
  if (letters(word) < 5 || !word.ends_with("ي") || known.is_whole(word)) return std::nullopt;
  const std::string_view noun = without(word, "ي");
  return is_rare_beside(noun, word, known) ? std::optional<std::string>(noun) : std::nullopt;
}

/// The attested word that ات was put to: لغات -> لغه, ادوات -> اداه, تطبيقات -> تطبيق.
std::optional<std::string> feminine_singular(std::string_view word, const Attestation& known) {
  if (!word.ends_with("ات") || letters(word) < 4) return std::nullopt;
  const std::string_view rest = without(word, "ات");
  std::string feminine = with(rest, "ه");
  if (letters(rest) == 2) {
    const double weight = known.weight(feminine);
    return weight > 0 && weight >= shortest_ratio * known.weight(word) ? std::optional(feminine)
                                                                       : std::nullopt;
  }
  if (is_singular(rest, word, known)) return std::string(rest);
  if (is_singular(feminine, word, known)) return feminine;
  for (const std::string_view glide : {"و", "ي"}) {
    if (!rest.ends_with(glide)) continue;
    std::string singular = with(without(rest, glide), "اه");
    if (is_singular(singular, word, known)) return singular;
  }
  return std::nullopt;
}

/// Where the singular has not been met, ات goes all the same, but for the shortest words (نبات).
std::string without_feminine_plural(std::string word, const Attestation& known) {
  if (auto singular = feminine_singular(word, known)) return *singular;
  if (word.ends_with("ات") && letters(word) >= 5) word.resize(without(word, "ات").size());
  return word;
}

/// The alef of tanwin (هاتفًا) and of loans (كاميرا, whose plural is كاميرات). That of يا stays where it is
/// the name of a country (سوريا is not سوري) and goes where it makes an adverb (تقنيًا).
std::string without_final_alef(std::string word, const Attestation& known) {
  if (!word.ends_with("ا")) return word;
  std::string rest(without(word, "ا"));
  if (rest.ends_with("ي"))
    return !known.is_whole(word) && known.is_attested(rest, word, adverb_ratio) ? rest : word;
  if (letters(rest) >= 4) return rest;
  if (letters(rest) == 3 && !known.is_whole(word) && known.is_attested(rest, word, short_ratio)) return rest;
  return word;
}

}  // namespace

std::string attested_singular(std::string_view word, const Attestation& known) {
  if (auto singular = feminine_singular(word, known)) return *singular;
  return singular_of(word, known);
}

std::string singular_of(std::string_view word, const Attestation& known) {
  if (auto singular = feminine_dual(word, known)) return *singular;
  if (auto singular = masculine_number(word, known)) return *singular;
  if (auto singular = construct_plural(word, known)) return *singular;
  if (word.ends_with("يه")) {  // مواطنيه, «his citizens»
    if (auto singular = construct_plural(without(word, "ه"), known)) return *singular;
  }
  if (auto singular = construct_dual(word, known)) return *singular;
  return std::string(word);
}

std::string without_gender(std::string_view word, const Attestation& known) {
  std::string stem = without_feminine_plural(std::string(word), known);
  if (stem.ends_with("ه") && letters(stem) >= 4) stem.resize(without(stem, "ه").size());
  // بطيء and بطيئة: the hamza is a ئ as soon as something follows it.
  if (stem.ends_with("يء")) stem = with(without(stem, "ء"), "ي");
  return without_final_alef(std::move(stem), known);
}

}  // namespace fihrist
