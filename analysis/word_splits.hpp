// SPDX-License-Identifier: GPL-3.0-or-later
// Where a word may be two whose blank was left out.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace fihrist {

/// Byte offsets inside a folded word where a blank may be missing, ascending; both sides keep at least two
/// letters. That is before ال, and behind a letter that does not join the next one, where the eye sees a gap
/// anyway: وزارهالاتصالات -> وزاره|الاتصالات, ووردبريس -> وورد|بريس. ه and ي count as such letters because
/// folding made them of ة and ى too. Whether both sides are words, the collection must tell. Empty for words
/// that are not Arabic letters only.
std::vector<std::size_t> split_points(std::string_view word);

}  // namespace fihrist
