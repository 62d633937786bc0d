// SPDX-License-Identifier: GPL-3.0-or-later
// A sorted list.
#include "indexer/listed_pages.hpp"

#include <algorithm>

namespace fihrist {

bool ListedPages::add(Entry entry) {
  if (entries_.size() >= most) return false;
  entries_.push_back(entry);
  return true;
}

void ListedPages::sort() { std::sort(entries_.begin(), entries_.end()); }

std::span<const ListedPages::Entry> ListedPages::of(std::uint64_t address) const {
  const auto found = std::equal_range(entries_.begin(), entries_.end(), Entry{.address = address},
                                      [](const Entry& a, const Entry& b) { return a.address < b.address; });
  return {found.first, found.second};
}

}  // namespace fihrist
