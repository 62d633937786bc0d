// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a word, from the collection and from the shipped tables together. Internal to this room.
#pragma once

#include <string_view>

#include "analysis/evidence.hpp"
#include "analysis/word_tables.hpp"

namespace fihrist {

/// Below this share of a word's frequency its definite form is taken for an accident of writing.
inline constexpr double least_definite_share = 0.02;

/// Answers the stemmer's two questions: is this residue a word, and is this word whole as it is?
class Attestation {
 public:
  Attestation(const Evidence& evidence, const WordTables& tables) : evidence_(evidence), tables_(tables) {}

  /// Articles that hold the word with or without the article; a word of the tables counts as if it stood
  /// in a few articles more, so that small archives have something to go by and large ones overrule it.
  double weight(std::string_view word) const;

  /// Is `residue` a word that is not too rare, by the share `ratio`, to be what `word` is made of?
  bool is_attested(std::string_view residue, std::string_view word, double ratio) const;

  /// The attestation rule: a word that the collection writes with the article, or a word of the tables,
  /// has no proclitic and no possessive: what looks like one belongs to it (وثيقة, بنك, كتاب).
  bool is_whole(std::string_view word) const;

  /// Do most who write the word put a hamza or madda on its first letter?
  bool is_written_with_hamza(std::string_view word) const;

  bool is_seed_word(std::string_view word) const { return tables_.is_seed_word(word); }
  bool is_name(std::string_view word) const { return tables_.is_name(word); }
  double frequency(std::string_view word) const { return evidence_.document_frequency(word); }

 private:
  double definite_frequency(std::string_view word) const;

  const Evidence& evidence_;
  const WordTables& tables_;
};

}  // namespace fihrist
