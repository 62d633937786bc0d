// SPDX-License-Identifier: GPL-3.0-or-later
// A word of a query as it is searched: what was typed, and all that counts as the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/fields.hpp"

namespace fihrist {

/// Why a form is searched for a word.
enum class FormOrigin : std::uint8_t {
  typed,     ///< it was asked for
  plural,    ///< its plural, or the singular of it
  name,      ///< another spelling of the name
  singular,  ///< an English word without its s
  together,  ///< two words that the archive writes as one
  apart,     ///< one word that the archive writes as two
  parts      ///< the parts of a name in one word: gpt and 4 for gpt4
};

/// One word, or several that are one name or one word written apart («جيت هب», «لاب توب»).
/// An article holds it when it holds any of `stems`, or all stems of one of `sequences`.
struct SearchWord {
  std::vector<std::string> typed;  ///< folded surface words, in order
  std::vector<std::string> stems;  ///< the typed word's own first, if it is one word
  std::vector<std::vector<std::string>>
      sequences;                             ///< two stems or more each, side by side when they fit best
  std::vector<FormOrigin> stem_origins;      ///< of each stem, where it is an expansion that made the word
  std::vector<FormOrigin> sequence_origins;  ///< of each sequence
  Field field = Field::text;                 ///< text or title
  bool required = false;                     ///< never relaxed
  bool quoted = false;                       ///< this form only
};

}  // namespace fihrist
