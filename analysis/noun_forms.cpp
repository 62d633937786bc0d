// SPDX-License-Identifier: GPL-3.0-or-later
// Proclitics before, endings behind, and the letters that a noun changes before an ending.
#include "analysis/noun_forms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analysis/affixes.hpp"
#include "analysis/attestation.hpp"

namespace fihrist {
namespace {

constexpr std::array<std::string_view, 9> possessives{"هما", "كما", "ها", "هم", "هن", "كم", "نا", "ك", "ي"};
constexpr std::array<std::string_view, 8> number_endings{"", "ا", "ان", "ين", "ون", "وا", "و", "ي"};

/// Takes one of the letters or words off the front, when there is one.
bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

/// (و|ف)?(ب|ك|ل|س)?(ال)? or لل, and nothing else.
bool is_proclitic(std::string_view front) {
  take(front, "و") || take(front, "ف");
  if (front == "ل" || front == "لل" || front == "ال") return true;
  take(front, "ب") || take(front, "ك");
  return front.empty() || front == "ال";
}

bool is_number_ending(std::string_view ending) {
  return std::find(number_endings.begin(), number_endings.end(), ending) != number_endings.end();
}

bool is_possessive(std::string_view ending) {
  return std::find(possessives.begin(), possessives.end(), ending) != possessives.end();
}

/// A word that the collection writes with the article stands for itself.
bool is_whole(const std::string& word, const Evidence& evidence) {
  const double definite = evidence.definite_frequency(word);
  return definite > 0 && definite >= least_definite_share * evidence.document_frequency(word);
}

/// As nouns are written before an ending: ة is ت, ى is ا, ء is ؤ or ئ.
std::vector<std::string> before_endings(std::string_view noun) {
  std::vector<std::string> forms{std::string(noun)};
  if (noun.ends_with("ه")) forms.push_back(with(without(noun, "ه"), "ت"));
  if (noun.ends_with("ي")) forms.push_back(with(without(noun, "ي"), "ا"));
  if (noun.ends_with("اء"))
    for (const std::string_view seat : {"و", "ي"}) forms.push_back(with(without(noun, "ء"), seat));
  return forms;
}

/// عملات is of عملة when there is such a noun, and of عمل when there is none.
bool has_feminine_ending(std::string_view ending) {
  return ending.starts_with("ه") || ending.starts_with("ات") || ending.starts_with("ت");
}

bool is_ending(std::string_view noun, std::string_view ending, const Evidence& evidence) {
  if (is_number_ending(ending) || is_possessive(ending)) return true;
  if (!has_feminine_ending(ending)) return false;
  if (noun.ends_with("ه")) return ending.starts_with("ات");
  return !is_whole(with(noun, "ه"), evidence);
}

/// `body` begins with the noun as it is written before endings.
bool has_only_an_ending(std::string_view body, std::string_view noun, const Evidence& evidence) {
  if (noun.ends_with("ه") && body == with(without(noun, "ه"), "ات")) return true;
  const std::vector<std::string> forms = before_endings(noun);
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
    return body.starts_with(form) && is_ending(noun, body.substr(form.size()), evidence);
  });
}

}  // namespace

bool is_form_of(std::string_view word, std::string_view noun, const Evidence& evidence) {
  if (word == noun) return true;
  for (std::size_t at = 0; at < word.size(); at = first_code_points(word.substr(at), 1).size() + at) {
    if (!is_proclitic(word.substr(0, at))) continue;
    if (has_only_an_ending(word.substr(at), noun, evidence)) return true;
  }
  // Three lams are never written in a row: للغات is of لغات.
  return noun.starts_with("ل") && word.starts_with("لل") &&
         has_only_an_ending(word.substr(std::string_view("ل").size()), noun, evidence);
}

}  // namespace fihrist
