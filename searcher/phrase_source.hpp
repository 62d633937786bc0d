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

/// How many articles one search may look into; what is beyond counts as not found, and is said.
struct VerificationBudget {
  std::uint64_t left = 50'000;
  bool exhausted = false;
};

/// The phrase of these words, in the title only or anywhere. Meant as a filter behind the conjunction of its
/// words' stems: it is then asked for those articles alone.
Xapian::Query phrase_filter(std::vector<WordId> words, Field field,
                            std::shared_ptr<VerificationBudget> budget);

}  // namespace fihrist
