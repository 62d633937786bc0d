// SPDX-License-Identifier: GPL-3.0-or-later
// Buckets of equal code, ranked by distance.
#include "searcher/name_candidates.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "analysis/name_code.hpp"
#include "analysis/word_tables.hpp"

namespace fihrist {
namespace {

/// Beyond it words of one code are strangers: of 1,000 names in two scripts, 97 lie below.
constexpr double farthest_name = 0.25;

/// A word that many Arabic articles use for itself is hardly what an unknown name meant.
constexpr double ordinary_word_cost = 0.1;

std::uint64_t hash_of(const std::string& code) { return std::hash<std::string>{}(code); }

struct Candidate {
  double distance = 0;
  std::uint32_t frequency = 0;
  std::string_view word;
};

bool is_ordinary(std::string_view word) {
  const WordTables& tables = WordTables::shipped();
  return tables.is_seed_word(word) && !tables.is_name(word);
}

bool is_better(const Candidate& left, const Candidate& right) {
  return std::tuple(left.distance, right.frequency, left.word) <
         std::tuple(right.distance, left.frequency, right.word);
}

}  // namespace

NameCandidates::NameCandidates(const Lexicon& lexicon) : lexicon_(lexicon) {
  words_.reserve(lexicon.size());
  for (std::size_t id = 0; id < lexicon.size(); ++id) add(static_cast<WordId>(id));
  std::sort(words_.begin(), words_.end());
}

void NameCandidates::add(WordId id) {
  if (lexicon_.frequency(id) == 0) return;
  for (const std::string& code : NameSounds(lexicon_.word(id)).codes())
    if (consonants_in(code) >= telling_consonants) words_.emplace_back(hash_of(code), id);
}

std::vector<WordId> NameCandidates::alike(const std::vector<std::string>& codes) const {
  std::vector<WordId> ids;
  for (const std::string& code : codes) {
    if (consonants_in(code) < telling_consonants) continue;
    const std::uint64_t hash = hash_of(code);
    for (auto at = std::lower_bound(words_.begin(), words_.end(), std::pair(hash, WordId{0}));
         at != words_.end() && at->first == hash; ++at)
      ids.push_back(at->second);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<std::string> NameCandidates::like(std::string_view word, std::size_t limit) const {
  const NameSounds sounds(word);
  std::vector<Candidate> candidates;
  for (const WordId id : alike(sounds.codes())) {
    Candidate candidate{.frequency = lexicon_.frequency(id), .word = lexicon_.word(id)};
    if (candidate.word == word) continue;
    candidate.distance = sounds.distance(NameSounds(candidate.word));
    if (is_ordinary(candidate.word)) candidate.distance += ordinary_word_cost;
    if (candidate.distance <= farthest_name) candidates.push_back(candidate);
  }
  const std::size_t kept = std::min(limit, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                    candidates.end(), is_better);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < kept; ++i) words.emplace_back(candidates[i].word);
  return words;
}

}  // namespace fihrist
