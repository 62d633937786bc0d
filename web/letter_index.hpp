// SPDX-License-Identifier: GPL-3.0-or-later
// Names under the letters of the alphabet, as the index of a book has them.
#pragma once

#include <string>
#include <vector>

#include "searcher/search.hpp"

namespace fihrist {

struct LetterGroup {
  std::string letter;  ///< "ب", "G"; empty for what begins with no letter
  std::vector<FacetValue> names;
};

/// Groups with names, Arabic letters first, then Latin ones, then the rest. Within a group names stand as
/// Arabic collation (CLDR) has them, without their article (analysis/filing_form.hpp). Throws
/// std::runtime_error when ICU lacks its data.
std::vector<LetterGroup> by_letter(const std::vector<FacetValue>& names);

}  // namespace fihrist
