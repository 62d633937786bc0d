// SPDX-License-Identifier: GPL-3.0-or-later
// Words in a row, as quotes ask for them.
#pragma once

#include <algorithm>
#include <vector>

namespace fihrist {

/// True when `wanted` stands in `words` without gaps, in order. Nothing is found everywhere.
template <typename Word>
bool contains_in_order(const std::vector<Word>& words, const std::vector<Word>& wanted) {
  return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

}  // namespace fihrist
