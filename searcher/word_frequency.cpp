// SPDX-License-Identifier: GPL-3.0-or-later
// Frequencies of terms, added up.
#include "searcher/word_frequency.hpp"

#include <algorithm>

namespace fihrist {

std::uint64_t frequency_of(const Xapian::Database& database, const SearchWord& word, Field field) {
  std::uint64_t frequency = 0;
  for (const std::string& stem : word.stems) frequency += database.get_termfreq(term_of(field, stem));
  for (const auto& sequence : word.sequences) {
    Xapian::doccount rarest = database.get_doccount();
    for (const std::string& stem : sequence)
      rarest = std::min(rarest, database.get_termfreq(term_of(field, stem)));
    frequency += rarest;
  }
  return frequency;
}

}  // namespace fihrist
