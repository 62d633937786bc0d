// SPDX-License-Identifier: GPL-3.0-or-later
// What Arabic writes before a word without a blank: conjunction, preposition, article, future. Internal to
// this room.
#pragma once

#include <string>
#include <string_view>

#include "analysis/attestation.hpp"

namespace fihrist {

struct Declitic {
  std::string word;       ///< without what stood before it
  bool complete = false;  ///< had an article, or is attested with one: the word has no possessive
};

/// Takes article and proclitics off a folded word, when the evidence allows; steps 1 to 3 of
/// stemmer.hpp. `hamza` is Token::hamza.
Declitic take_off_clitics(std::string_view word, bool hamza, const Attestation& known);

}  // namespace fihrist
