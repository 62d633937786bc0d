// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes of Arabic's broken plurals: which plurals the letters of a singular allow.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// A word that may be the broken plural of another, as far as the letters go.
struct PossiblePlural {
  std::string word;  ///< folded, bare
  /// Logarithm of the odds that such a pair, when both words are in use as nouns, is singular and plural.
  double log_odds = 0;
  /// Hardly anything but a plural has this shape (فواعل, فعائل, مفاعيل); the others are verbal nouns,
  /// adjectives or singulars as often (أفعال is إفعال when folded, فعول, فعال).
  bool telling = false;
  /// A plural of persons and therefore with adjectives in the masculine (شعراء).
  bool of_persons = false;
  /// The plural without its ة, empty when it has none: where that is a noun or adjective in use, the word is
  /// rather its feminine (أخير, أخيرة).
  std::string masculine;
  /// The singular ends in ة and takes the feminine itself.
  bool of_feminine = false;
};

/// The plurals of a folded bare word that its letters allow, each once, the likeliest shape's odds with it.
/// جهاز -> اجهزه, جهز, جهزان …; most are no words: whoever asks looks which are in use.
std::vector<PossiblePlural> possible_plurals(std::string_view singular);

/// Is a folded word filed under this stem a noun without affixes: the stem itself, or the stem with ة?
bool is_plain_noun(std::string_view word, std::string_view stem);

}  // namespace fihrist
