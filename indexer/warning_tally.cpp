// SPDX-License-Identifier: GPL-3.0-or-later
// Warnings, numbered as they come up.
#include "indexer/warning_tally.hpp"

#include <algorithm>

namespace fihrist {

std::size_t WarningTally::place_of(const std::string& name) {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found != names_.end()) return static_cast<std::size_t>(found - names_.begin());
  names_.push_back(name);
  counts_.push_back(0);
  return names_.size() - 1;
}

WarningTally::Set WarningTally::count(const std::vector<std::string>& names) {
  Set set = 0;
  for (const std::string& name : names) {
    const std::size_t place = place_of(name);
    ++counts_[place];
    if (place < 32) set |= Set{1} << place;
  }
  return set;
}

void WarningTally::take_back(Set set) {
  for (std::size_t place = 0; set != 0; set >>= 1U, ++place)
    if ((set & 1U) != 0) --counts_[place];
}

std::map<std::string, std::uint64_t> WarningTally::counts() const {
  std::map<std::string, std::uint64_t> counts;
  for (std::size_t place = 0; place < names_.size(); ++place)
    if (counts_[place] > 0) counts.emplace(names_[place], counts_[place]);
  return counts;
}

}  // namespace fihrist
