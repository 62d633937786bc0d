// SPDX-License-Identifier: GPL-3.0-or-later
// A pronoun goes when the noun before it is attested, or when its letters leave no doubt.
#include "analysis/possessives.hpp"

#include <array>
#include <optional>
#include <vector>

#include "analysis/affixes.hpp"

namespace fihrist {
namespace {

/// How frequent a noun must be, as a share of the word that it is taken out of.
constexpr double possessive_ratio = 0.05;

/// The words that may stand before a possessive: ت was ة, ا was ى, ؤ and ئ were ء.
std::vector<std::string> possessed(std::string_view rest) {
  std::vector<std::string> words;
  if (rest.ends_with("ت")) words.push_back(with(without(rest, "ت"), "ه"));
  if (rest.ends_with("ا")) words.push_back(with(without(rest, "ا"), "ي"));
  if (rest.ends_with("او") || rest.ends_with("اي")) words.push_back(with(without(rest, "و"), "ء"));
  words.emplace_back(rest);
  return words;
}

/// Bare words end in ه too, so it counts only with what it changes: شبكته, محتواه, بناؤه.
bool is_proof(std::string_view possessive, std::string_view rest) {
  if (possessive != "ه") return true;
  return rest.ends_with("ت") || rest.ends_with("ا") || rest.ends_with("او") || rest.ends_with("اي");
}

/// Endings that no bare word has: ها, and any pronoun behind ات or the ية of long words.
bool needs_no_evidence(std::string_view possessive, std::string_view rest) {
  if (possessive == "ها") return true;
  return (rest.ends_with("ات") && letters(rest) >= 5) || (rest.ends_with("يت") && letters(rest) >= 6);
}

/// بيانًا is بيان with tanwin and not «our بيا», اتجاهًا is اتجاه: of two readings the commoner word is meant.
bool is_tanwin(std::string_view word, std::string_view noun, const Attestation& known) {
  if (!word.ends_with("ا")) return false;
  const double as_tanwin = known.weight(without(word, "ا"));
  // والدها: that والده is common, too, says nothing, for it is «his».
  if (word.ends_with("ها") && known.weight(noun) > 0) return false;
  return as_tanwin > known.weight(noun);
}

/// The first of the nouns that the word may hold; but a noun of three letters with a ت or ي of its own is
/// meant where it is the commoner one: بيتها is of بيت, though بيه is a word as well, and رأيك of رأي.
std::optional<std::string> attested_noun(const std::vector<std::string>& nouns, std::string_view word,
                                         const Attestation& known) {
  std::optional<std::string> best;
  for (const std::string& noun : nouns) {
    if (!known.is_attested(noun, word, possessive_ratio) || is_tanwin(word, noun, known)) continue;
    const bool own = letters(noun) == 3 && !noun.ends_with("ا") && known.is_whole(noun);
    if (!best || (own && known.weight(noun) > known.weight(*best))) best = noun;
  }
  return best;
}

}  // namespace

std::string without_possessive(std::string_view word, const Attestation& known) {
  static constexpr std::array<std::string_view, 9> possessives{"هما", "كما", "ها", "هم", "هن",
                                                               "كم",  "نا",  "ك",  "ه"};
  for (const std::string_view possessive : possessives) {
    if (!word.ends_with(possessive)) continue;
    const std::string_view rest = without(word, possessive);
    if (letters(rest) < 3 || !is_proof(possessive, rest)) continue;
    const std::vector<std::string> nouns = possessed(rest);
    if (auto noun = attested_noun(nouns, word, known)) return *noun;
    if (needs_no_evidence(possessive, rest) && !is_tanwin(word, nouns.front(), known))
      return rest.ends_with("ات") ? std::string(rest) : nouns.front();
  }
  if (word.ends_with("اتي") && known.is_attested(without(word, "ي"), word, possessive_ratio))
    return std::string(without(word, "ي"));
  return std::string(word);
}

}  // namespace fihrist
