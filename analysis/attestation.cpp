// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds of the evidence; their measure is in docs/arabic.md.
#include "analysis/attestation.hpp"

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr double seed_weight = 5;
/// Shorter names are too often a part of ordinary words: كابل is not «like Apple».
constexpr std::size_t least_name_letters = 4;

}  // namespace

/// للبنك may be the definite form of لبنك, as للغة is of لغة, but is much rather ل + البنك: it counts for
/// words without the ل only.
double Attestation::definite_frequency(std::string_view word) const {
  const double counted = evidence_.definite_frequency(word);
  return word.starts_with("ل") ? counted - frequency("ل" + std::string(word)) : counted;
}

double Attestation::weight(std::string_view word) const {
  const double counted = frequency(word) + definite_frequency(word);
  const bool listed =
      tables_.is_seed_word(word) || (tables_.is_name(word) && count_code_points(word) >= least_name_letters);
  return counted + (listed ? seed_weight : 0);
}

bool Attestation::is_attested(std::string_view residue, std::string_view word, double ratio) const {
  const double found = weight(residue);
  return found > 0 && found >= ratio * frequency(word);
}

bool Attestation::is_whole(std::string_view word) const {
  if (tables_.is_seed_word(word) || tables_.is_name(word)) return true;
  const double definite = definite_frequency(word);
  return definite > 0 && definite >= least_definite_share * frequency(word);
}

bool Attestation::is_written_with_hamza(std::string_view word) const {
  return 2.0 * evidence_.hamza_frequency(word) > frequency(word);
}

}  // namespace fihrist
