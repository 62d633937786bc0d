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

struct IndexView;

/// How much one search may read to verify its phrases; what is beyond counts as not found, and is said.
/// Shared by the phrases of a query; for one thread.
struct VerificationBudget {
  std::uint64_t numbers = 12'000'000;   ///< of packed words (packed_numbers()), some 350 an article
  std::uint64_t shard_articles = 5000;  ///< of shards, whose words come over the network
  /// Articles whose words are kept in memory for the next search; more than that would drive out what others
  /// have read.
  std::uint64_t kept_articles = 500;
  bool exhausted = false;

  /// Whether an article of so many numbers may be looked through.
  bool take(std::size_t more) noexcept {
    exhausted = exhausted || more > numbers;
    if (!exhausted) numbers -= more;
    return !exhausted;
  }
};

/// The phrase of these words on this machine, in the title only or anywhere. Meant as a filter behind the
/// conjunction of its words' stems: it is then asked for those articles alone. With an index, which must
/// outlive the query, its words that lie in memory are looked at there.
Xapian::Query phrase_filter(const std::vector<WordId>& words, Field field,
                            std::shared_ptr<VerificationBudget> budget, const IndexView* index = nullptr);

struct PhraseWords {
  std::vector<WordId> words;
  Field field = Field::text;  ///< in the title only, or anywhere
  Xapian::Query stems;        ///< articles that hold them in any order and form
};

/// `stems`, weighed as it is, of the articles alone that hold the words as a phrase. Only articles that all
/// other conditions of a query leave are looked into. Of shards, whose servers cannot look, it is found here
/// at once which articles those are.
Xapian::Query phrase_query(const IndexView& index, const PhraseWords& phrase,
                           std::shared_ptr<VerificationBudget> budget);

}  // namespace fihrist
