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
  bool article = false;   ///< an article was taken off: the word can have no possessive
  bool complete = false;  ///< attested as it stands: the word has no possessive either
};

/// Takes article and proclitics off a folded word, when the evidence allows; steps 1 to 3 of
/// stemmer.hpp. `hamza` is Token::hamza.
Declitic take_off_clitics(std::string_view word, bool hamza, const Attestation& known);

}  // namespace fihrist
