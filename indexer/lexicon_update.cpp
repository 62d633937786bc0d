// SPDX-License-Identifier: GPL-3.0-or-later
// Counting words, and stemming the new ones on several threads.
#include "indexer/lexicon_update.hpp"

#include <algorithm>
#include <string>

#include "indexer/parallel.hpp"

namespace fihrist {

std::vector<WordId> enter(const ArticleWords& words, bool count, Lexicon& lexicon) {
  std::vector<WordId> ids;
  ids.reserve(words.distinct.size());
  for (const ArticleWord& word : words.distinct) {
    const std::size_t known = lexicon.size();
    const WordId id = lexicon.intern(word.text);
    if (count || id >= known) {
      lexicon.count(id, 2 * word.hamzas >= word.in_title + word.in_text);
      lexicon.vote(id, word.written.empty() ? word.text : word.written);
    }
    ids.push_back(id);
  }
  return ids;
}

void set_stems(Lexicon& lexicon, std::size_t first, const Analyzer& analyzer,
               const WordDictionary& dictionary, unsigned jobs) {
  const DictionaryEvidence evidence(lexicon, dictionary);
  constexpr std::size_t batch = 1024;
  const std::size_t words = lexicon.size() - first;
  std::vector<std::string> stems(words);
  in_parallel((words + batch - 1) / batch, jobs, [&](std::size_t part) {
    for (std::size_t at = part * batch; at < std::min(words, (part + 1) * batch); ++at) {
      const auto id = static_cast<WordId>(first + at);
      const bool mostly_hamza = 2 * lexicon.hamza_count(id) > lexicon.frequency(id);
      stems[at] = analyzer.stem(lexicon.word(id), mostly_hamza, evidence);
    }
  });
  for (std::size_t at = 0; at < words; ++at) lexicon.set_stem(static_cast<WordId>(first + at), stems[at]);
}

}  // namespace fihrist
