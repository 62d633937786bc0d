// SPDX-License-Identifier: GPL-3.0-or-later
// Short lists that hold a value once, in the order in which they were met.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

namespace fihrist {

/// Linear in the length of the list.
template <typename Value>
void add_once(std::vector<Value>& list, Value value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(std::move(value));
}

}  // namespace fihrist
