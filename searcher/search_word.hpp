// SPDX-License-Identifier: GPL-3.0-or-later
// A word of a query as it is searched: what was typed, and all that counts as the same.
#pragma once

#include <string>
#include <vector>

#include "schema/fields.hpp"

namespace fihrist {

/// One word, or several that are one name or one word written apart («جيت هب», «لاب توب»).
/// An article holds it when it holds any of `stems`, or all stems of one of `sequences`.
struct SearchWord {
  std::vector<std::string> typed;  ///< folded surface words, in order
  std::vector<std::string> stems;  ///< the typed word's own first, if it is one word
  std::vector<std::vector<std::string>>
      sequences;              ///< two stems or more each, side by side when they fit best
  Field field = Field::text;  ///< text or title
  bool required = false;      ///< never relaxed
  bool quoted = false;        ///< this form only
};

}  // namespace fihrist
