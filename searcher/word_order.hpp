// SPDX-License-Identifier: GPL-3.0-or-later
// The lexicon in alphabetical order: which words begin so.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "schema/lexicon.hpp"

namespace fihrist {

/// Immutable and safe to share between threads; the lexicon must outlive it.
class WordOrder {
 public:
  explicit WordOrder(const Lexicon& lexicon);

  /// The words that begin with a folded prefix, alone or behind the article («الـ», «والـ», «للـ»), most
  /// frequent first, at most `limit`. `capped`, when given, becomes true when there were more.
  std::vector<WordId> beginning_with(std::string_view prefix, std::size_t limit,
                                     bool* capped = nullptr) const;

  /// Does any word of the collection begin so, as it stands?
  bool is_beginning(std::string_view prefix) const;

 private:
  std::vector<WordId>::const_iterator first_at(std::string_view text) const;
  void collect(std::string_view prefix, std::vector<WordId>& out) const;

  const Lexicon& lexicon_;
  std::vector<WordId> order_;
};

}  // namespace fihrist
