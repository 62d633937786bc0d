// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of words turned into groups of stems, once for every state of the collection.
#include "searcher/stem_groups.hpp"

#include <algorithm>

#include "analysis/add_once.hpp"

namespace fihrist {
namespace {

std::string key_of(const StemSequence& stems) {
  std::string key;
  for (const std::string& stem : stems) key.append(stem).push_back(' ');
  return key;
}

}  // namespace

StemGroups::StemGroups(const std::vector<std::vector<NameSpelling>>& names, const Stemming& stems_of) {
  for (const auto& group : names) add_name(group, stems_of);
}

void StemGroups::add_name(const std::vector<NameSpelling>& group, const Stemming& stems_of) {
  std::vector<StemSequence> spellings;
  for (const NameSpelling& spelling : group) {
    const StemSequence stems = stems_of(spelling.text);
    if (stems.empty()) continue;
    add_once(spellings, stems);
    if (!spelling.ambiguous) add_once(names_of_[key_of(stems)], names_.size());
    longest_ = std::max(longest_, stems.size());
  }
  names_.push_back(std::move(spellings));
}

std::vector<StemSequence> StemGroups::other_spellings(const StemSequence& spelling) const {
  std::vector<StemSequence> others;
  const auto found = names_of_.find(key_of(spelling));
  if (found == names_of_.end()) return others;
  for (const std::size_t name : found->second)
    for (const StemSequence& other : names_[name])
      if (other != spelling) add_once(others, other);
  return others;
}

}  // namespace fihrist
