// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that hold a phrase, as Xapian may combine them with anything. Internal to this room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "schema/fields.hpp"
#include "schema/word_sequence.hpp"
#include "schema/xapian_guard.hpp"

namespace fihrist {

/// How much one search may read to verify its phrases: bytes of packed words, some 700 an article. What is
/// beyond counts as not found, and is said. Shared by the phrases of a query; for one thread.
struct VerificationBudget {
  std::uint64_t left = std::uint64_t{24} << 20;
  bool exhausted = false;
};

/// The phrase of these words, in the title only or anywhere. Meant as a filter behind the conjunction of its
/// words' stems: it is then asked for those articles alone.
Xapian::Query phrase_filter(const std::vector<WordId>& words, Field field,
                            std::shared_ptr<VerificationBudget> budget);

}  // namespace fihrist
