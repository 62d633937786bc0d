// SPDX-License-Identifier: GPL-3.0-or-later
// How nouns are used in articles: beside which words they stand, in which number and gender.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/learned_plural.hpp"
#include "schema/lexicon.hpp"
#include "schema/word_sequence.hpp"

namespace fihrist {

/// Counts over articles what stands beside each of a list of nouns, bare or with the article. Give it
/// articles, then finish(), then ask. The lexicon must outlive it. Not thread-safe. The same articles in the
/// same order give the same answers.
class NounStudy {
 public:
  /// `nouns` are folded and bare, each once.
  NounStudy(const Lexicon& lexicon, const std::vector<std::string>& nouns);

  void read(const WordSequence& article);
  void finish();

  const NounUse& use(std::size_t noun) const { return uses_[noun]; }
  /// Cosine of the neighbours of two nouns, the two words before and behind each, weighed by how much oftener
  /// they stand there than chance has it (pointwise mutual information; Church and Hanks 1990). 0 to 1.
  double similarity(std::size_t left, std::size_t right) const;

 private:
  using Neighbour = std::uint32_t;  ///< four times the number of a stem, plus its place beside the noun
  struct WeighedNeighbour {
    Neighbour neighbour;
    float weight;
  };
  struct WordRole {
    std::uint32_t noun = none;
    std::uint32_t stem = 0;
    bool definite = false;
    std::uint8_t cues = 0;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void find_nouns(const std::vector<std::string>& nouns);
  void number_stems();
  void read_part(const std::vector<WordId>& words);
  void count_cues(NounUse& use, const std::vector<WordId>& words, std::size_t at, bool definite) const;
  std::vector<std::pair<Neighbour, std::uint32_t>> counted(std::vector<Neighbour> neighbours) const;

  const Lexicon& lexicon_;
  std::vector<WordRole> roles_;  ///< by word
  std::vector<NounUse> uses_;
  std::vector<std::vector<Neighbour>> neighbours_;  ///< by noun, as read
  std::vector<std::vector<WeighedNeighbour>> weighed_;
  std::vector<double> lengths_;
};

}  // namespace fihrist
