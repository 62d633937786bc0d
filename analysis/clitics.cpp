// SPDX-License-Identifier: GPL-3.0-or-later
// Articles are taken off by their letters, single proclitics only on evidence (docs/arabic.md).
#include "analysis/clitics.hpp"

#include <optional>

#include "analysis/endings.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

/// A residue must be at least so frequent, as a share of the whole word, to be believed.
constexpr double proclitic_ratio = 0.15;
/// When ال may be of the word itself (العاب, الكتروني), the residue must be half as frequent.
constexpr double radical_article_ratio = 0.5;

bool is_attested_in_some_form(std::string_view residue, std::string_view word, const Attestation& known) {
  if (known.is_attested(residue, word, proclitic_ratio)) return true;
  const std::string bare = without_possessive(residue, known);
  return bare != residue && known.is_attested(bare, word, proclitic_ratio);
}

/// Is the ال of `core` (ال + rest) its own, as in ألعاب and التقاط typed without hamza? Then the collection
/// writes ال before it once more, or the tables hold it, and the rest by itself is hardly a word.
bool has_radical_article(std::string_view core, std::string_view rest, const Attestation& known) {
  if (!known.is_whole(core)) return false;
  if (known.is_seed_word(core) && count_code_points(rest) < 3) return true;  // الآن
  // weight(rest) counts `core` itself as a definite form of the rest.
  const double apart = known.weight(rest) - known.frequency(core);
  return apart <= 0 || apart < radical_article_ratio * known.frequency(core);
}

/// للغة may be ل + ال + لغة: Arabic writes no three lams in a row. The collection tells which.
std::string after_lil(std::string_view rest, const Attestation& known) {
  const std::string with_lam = "ل" + std::string(rest);
  const double lam = known.weight(with_lam);
  const bool better = count_code_points(rest) < 3 ? lam > 0 : lam > known.weight(rest);
  return better || count_code_points(rest) < 2 ? with_lam : std::string(rest);
}

/// The word behind (و|ف)?(ال|بال|كال|لل), if there is an article.
std::optional<std::string> after_article(std::string_view body, const Attestation& known) {
  for (const std::string_view preposition : {"", "ب", "ك"}) {
    if (!body.starts_with(preposition)) continue;
    const std::string_view core = body.substr(preposition.size());
    if (!core.starts_with("ال")) continue;
    const std::string_view rest = core.substr(std::string_view("ال").size());
    if (count_code_points(rest) < 2) continue;
    if (!preposition.empty() && known.is_whole(body) && !known.is_attested(rest, body, proclitic_ratio))
      return std::nullopt;  // بالون
    return std::string(has_radical_article(core, rest, known) ? core : rest);
  }
  if (body.starts_with("لل") && count_code_points(body) >= 4 && !known.is_seed_word(body))
    return after_lil(body.substr(std::string_view("لل").size()), known);
  return std::nullopt;
}

bool is_future_verb(std::string_view residue) {
  for (const std::string_view person : {"ي", "ت", "ن", "ا"}) {
    if (residue.starts_with(person)) return true;
  }
  return false;
}

/// The word behind و ف, then ب ل ك or س, if the rest is attested; the longest proclitic first.
std::optional<std::string> after_proclitics(std::string_view word, const Attestation& known) {
  for (const std::string_view conjunction : {"و", "ف", ""}) {
    if (!word.starts_with(conjunction)) continue;
    const std::string_view body = word.substr(conjunction.size());
    for (const std::string_view preposition : {"ب", "ل", "ك", "س", ""}) {
      if (!body.starts_with(preposition) || conjunction.size() + preposition.size() == 0) continue;
      const std::string_view residue = body.substr(preposition.size());
      if (count_code_points(residue) < 3) continue;
      if (preposition == "س" && !is_future_verb(residue)) continue;
      if (preposition.empty() && known.is_whole(residue) && known.is_attested(residue, word, proclitic_ratio))
        return std::string(residue);
      if (is_attested_in_some_form(residue, word, known)) return std::string(residue);
    }
  }
  return std::nullopt;
}

}  // namespace

Declitic take_off_clitics(std::string_view word, bool hamza, const Attestation& known) {
  if (!hamza) {
    std::string_view body = word;
    for (const std::string_view conjunction : {"", "و", "ف"}) {
      if (!word.starts_with(conjunction)) continue;
      body = word.substr(conjunction.size());
      if (!conjunction.empty() && known.is_whole(word)) break;  // والد, فالنسيا
      if (auto rest = after_article(body, known)) return {.word = std::move(*rest), .article = true};
    }
  }
  if (known.is_whole(word)) return {.word = std::string(word), .complete = true};
  if (auto rest = after_proclitics(word, known)) {
    const bool complete = known.is_whole(*rest);
    return {.word = std::move(*rest), .complete = complete};
  }
  return {.word = std::string(word)};
}

}  // namespace fihrist
