// SPDX-License-Identifier: GPL-3.0-or-later
// Articles are taken off by their letters, single proclitics only on evidence (docs/arabic.md).
#include "analysis/clitics.hpp"

#include <optional>

#include "analysis/affixes.hpp"
#include "analysis/endings.hpp"
#include "analysis/possessives.hpp"

namespace fihrist {
namespace {

/// A residue must be at least so frequent, as a share of the whole word, to be believed.
constexpr double proclitic_ratio = 0.15;
/// When ال may be of the word itself (العاب, الكتروني), the rest must be half as frequent to be a word.
constexpr double radical_article_ratio = 0.5;
constexpr std::string_view article_after_lam = "لل";

/// The word without possessive and number, as far as the evidence goes.
std::string plain_form(std::string_view word, const Attestation& known) {
  return attested_singular(without_possessive(word, known), known);
}

/// Is `base` what the word is a form of: whole, and commoner than the form?
bool is_base(std::string_view base, std::string_view word, const Attestation& known) {
  return base != word && known.is_whole(base) && known.weight(base) >= known.frequency(word);
}

/// Is what stands behind the first letter a whole word, and not rarer than `base`? Then لبنك is ل + بنك and
/// not «your لبن», and بلغة is ب + لغة and not of بلغ: endings of one letter prove less than a whole word
/// does.
bool is_outweighed(std::string_view base, std::string_view word, const Attestation& known) {
  const std::string_view residue = word.substr(first_code_points(word, 1).size());
  return known.is_whole(residue) && known.weight(residue) >= known.weight(base);
}

/// Is the word, as it stands, a form of a word that is whole and commoner? Then what looks like a proclitic
/// belongs to it: بطاقتها is of بطاقة, although طاقتها is a word too.
bool is_form_of_whole(std::string_view word, const Attestation& known) {
  const std::string plain = plain_form(word, known);
  const bool by_one_letter = plain.size() + std::string_view("ك").size() == word.size();
  if (is_base(plain, word, known) && !(by_one_letter && is_outweighed(plain, word, known))) return true;
  for (const std::string_view ending : {"ه", "ا", "ي"}) {
    if (!plain.ends_with(ending) || letters(plain) <= 3) continue;
    const std::string_view base = without(plain, ending);
    if (is_base(base, word, known) && !is_outweighed(base, word, known)) return true;
  }
  return false;
}

/// Articles that hold `rest` otherwise than in `form`, which counts as one of its definite forms.
double weight_apart(std::string_view rest, std::string_view form, const Attestation& known) {
  return known.weight(rest) - known.frequency(form);
}

/// Is the rest of ال + rest hardly a word when it stands for itself?
bool is_hardly_a_word(std::string_view rest, std::string_view core, const Attestation& known) {
  const double apart = weight_apart(rest, core, known);
  return apart <= 0 || apart < radical_article_ratio * known.frequency(core);
}

/// Is the ال of `core` (ال + rest) its own, as in ألعاب and التقاط? Then most writers put a hamza on it, or
/// the collection writes ال before it once more, or the tables hold it; and the rest is hardly a word.
bool has_radical_article(std::string_view core, const Attestation& known) {
  const std::string_view rest = core.substr(definite_article.size());
  if (known.is_written_with_hamza(core)) return true;
  if (!known.is_whole(core)) return false;
  if (known.is_seed_word(core) && letters(rest) < 3) return true;  // الآن
  return is_hardly_a_word(rest, core, known);
}

/// للغة may be ل + ال + لغة: Arabic writes no three lams in a row. The collection tells which.
std::string after_lil(std::string_view rest, const Attestation& known) {
  const std::string with_lam = "ل" + std::string(rest);
  const std::size_t left = letters(rest);
  const bool better = left < 3 ? known.weight(with_lam) > 0 : known.weight(with_lam) > known.weight(rest);
  return better || left < 2 ? with_lam : std::string(rest);
}

/// التقاطها is of التقاط: the article takes no possessive, so behind one it would not be the article.
bool is_form_with_radical_article(std::string_view core, const Attestation& known) {
  if (!is_hardly_a_word(core.substr(definite_article.size()), core, known)) return false;
  const std::string plain = plain_form(core, known);
  return plain != core && plain.starts_with(definite_article) && letters(plain) >= 5 &&
         has_radical_article(plain, known);
}

/// Is what looks like a preposition and the article of the word itself? So it is in whole words whose rest is
/// hardly one (بالون, كالسيوم); and where nothing is known of the rest, too, for كال: «like the» is rarer
/// than names like كاليفورنيا, while بال is commoner than all of them together.
bool begins_as_if_definite(std::string_view preposition, std::string_view rest, std::string_view body,
                           const Attestation& known) {
  const double apart = weight_apart(rest, body, known);
  if (apart <= 0 && preposition == "ك") return true;
  if (!known.is_whole(body)) return false;
  return letters(rest) < 3 || apart <= 0 || apart < proclitic_ratio * known.frequency(body);
}

/// The word behind (ال|بال|كال|لل), if there is an article. ال that is of the word stays on it.
std::optional<Declitic> after_article(std::string_view body, const Attestation& known) {
  for (const std::string_view preposition : {"", "ب", "ك"}) {
    if (!body.starts_with(preposition)) continue;
    const std::string_view core = body.substr(preposition.size());
    if (!core.starts_with(definite_article)) continue;
    const std::string_view rest = core.substr(definite_article.size());
    if (letters(rest) < 2) continue;
    if (!preposition.empty() && begins_as_if_definite(preposition, rest, body, known)) return std::nullopt;
    if (has_radical_article(core, known)) return Declitic{.word = std::string(core), .complete = true};
    if (is_form_with_radical_article(core, known)) return Declitic{.word = std::string(core)};
    return Declitic{.word = std::string(rest), .complete = true};
  }
  if (body.starts_with(article_after_lam) && letters(body) >= 4 && !known.is_seed_word(body))
    return Declitic{.word = after_lil(body.substr(article_after_lam.size()), known), .complete = true};
  return std::nullopt;
}

/// The word behind an article and whatever stands before it.
std::optional<Declitic> after_conjunction_and_article(std::string_view word, const Attestation& known) {
  if (auto rest = after_article(word, known)) return rest;
  if (known.is_whole(word) || is_form_of_whole(word, known)) return std::nullopt;  // والد, والدته
  for (const std::string_view conjunction : {"و", "ف"}) {
    if (!word.starts_with(conjunction)) continue;
    if (auto rest = after_article(word.substr(conjunction.size()), known)) return rest;
  }
  return std::nullopt;
}

bool is_future_verb(std::string_view residue) {
  for (const std::string_view person : {"ي", "ت", "ن", "ا"}) {
    if (residue.starts_with(person)) return true;
  }
  return false;
}

/// Is the residue a word, in any form, that is not too rare to be what `word` is made of?
bool is_believed(std::string_view residue, std::string_view word, const Attestation& known) {
  return known.is_attested(residue, word, proclitic_ratio) ||
         known.is_attested(plain_form(residue, known), word, proclitic_ratio);
}

/// The word behind one of ب ل ك, or of س before a verb.
std::optional<std::string> after_preposition(std::string_view body, std::string_view word,
                                             const Attestation& known) {
  for (const std::string_view preposition : {"ب", "ل", "ك", "س"}) {
    if (!body.starts_with(preposition)) continue;
    const std::string_view residue = body.substr(preposition.size());
    if (letters(residue) < 3 || (preposition == "س" && !is_future_verb(residue))) continue;
    if (is_believed(residue, word, known) && is_believed(residue, body, known)) return std::string(residue);
  }
  return std::nullopt;
}

/// The word behind و ف and then ب ل ك س, each taken off only if the rest is attested.
std::optional<std::string> after_proclitics(std::string_view word, const Attestation& known) {
  if (is_form_of_whole(word, known)) return std::nullopt;
  for (const std::string_view conjunction : {"و", "ف"}) {
    if (!word.starts_with(conjunction)) continue;
    const std::string_view body = word.substr(conjunction.size());
    if (letters(body) < 3) continue;
    if (!known.is_whole(body) && !is_form_of_whole(body, known)) {
      if (auto residue = after_preposition(body, word, known)) return residue;
    }
    if (is_believed(body, word, known)) return std::string(body);
  }
  return after_preposition(word, word, known);
}

}  // namespace

Declitic take_off_clitics(std::string_view word, bool hamza, const Attestation& known) {
  if (!hamza) {
    if (auto rest = after_conjunction_and_article(word, known)) return *rest;
  }
  if (known.is_whole(word)) return {.word = std::string(word), .complete = true};
  if (auto rest = after_proclitics(word, known)) {
    const bool complete = known.is_whole(*rest);
    return {.word = std::move(*rest), .complete = complete};
  }
  return {.word = std::string(word)};
}

}  // namespace fihrist
