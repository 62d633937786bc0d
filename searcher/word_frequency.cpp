// SPDX-License-Identifier: GPL-3.0-or-later
// Frequencies of terms, added up.
#include "searcher/word_frequency.hpp"

#include <algorithm>

#include "searcher/index_view.hpp"

namespace fihrist {

std::uint64_t frequency_of(const SearchWord& word, Field field, Xapian::doccount articles,
                           const TermFrequency& of_term) {
  std::uint64_t frequency = 0;
  for (const std::string& stem : word.stems) frequency += of_term(term_of(field, stem));
  for (const auto& sequence : word.sequences) {
    Xapian::doccount rarest = articles;
    for (const std::string& stem : sequence) rarest = std::min(rarest, of_term(term_of(field, stem)));
    frequency += rarest;
  }
  return frequency;
}

std::uint64_t frequency_of(const IndexView& index, const SearchWord& word, Field field) {
  return frequency_of(word, field, index.database.get_doccount(),
                      [&](const std::string& term) { return index.frequency(term); });
}

std::vector<std::string> terms_of(const SearchWord& word, Field field) {
  std::vector<std::string> terms;
  for (const std::string& stem : word.stems) terms.push_back(term_of(field, stem));
  for (const auto& sequence : word.sequences)
    for (const std::string& stem : sequence) terms.push_back(term_of(field, stem));
  return terms;
}

}  // namespace fihrist
