// SPDX-License-Identifier: GPL-3.0-or-later
// Names that a text spells in both scripts side by side: «شوبيفاي (Shopify)».
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/token.hpp"

namespace fihrist {

/// One place where an Arabic and a Latin spelling, folded and without clitics, stand beside each other and
/// sound alike.
struct NameSighting {
  std::string arabic;
  std::string latin;
  double distance = 0;  ///< NameSounds::distance(), at most `farthest_sighting`
  bool bracketed =
      false;  ///< one of them stands in brackets behind the other, alone: the writer equates them
};

inline constexpr double farthest_sighting = 0.25;

/// The sightings of a text, in order; `tokens` are its tokenize(). One or two words of each script; of the
/// spellings that a place allows the nearest pair. Not: codes of fewer than three consonants, words of which
/// one is an ordinary word (a seed word, an English stop word), words with a line's end between them.
std::vector<NameSighting> name_sightings(std::string_view text, const std::vector<Token>& tokens);

}  // namespace fihrist
