// SPDX-License-Identifier: GPL-3.0-or-later
// Counting words, and stemming the new ones on several threads.
#include "indexer/lexicon_update.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/definite_forms.hpp"
#include "indexer/parallel.hpp"
#include "schema/string_table.hpp"

namespace fihrist {
namespace {

/// What a lexicon attests, with the definite forms of all words added up beforehand: one look for each of its
/// words instead of six for each question.
class DefiniteCounts final : public Evidence {
 public:
  /// The lexicon must outlive it and stay as it is.
  explicit DefiniteCounts(const Lexicon& lexicon) : lexicon_(lexicon) {
    for (WordId id = 0; id < lexicon.size(); ++id)
      for (const std::string_view bare : bare_forms(lexicon.word(id))) {
        if (bare.empty()) continue;
        const std::uint32_t number = bare_.intern(bare);
        if (number == sums_.size()) sums_.push_back(0);
        sums_[number] += lexicon.frequency(id);
      }
  }

  std::uint32_t document_frequency(std::string_view word) const override {
    return lexicon_.document_frequency(word);
  }
  std::uint32_t definite_frequency(std::string_view word) const override {
    const auto number = bare_.find(word);
    return number ? sums_[*number] : 0;
  }
  std::uint32_t hamza_frequency(std::string_view word) const override {
    return lexicon_.hamza_frequency(word);
  }
  double hamza_below_share(std::string_view word) const override { return lexicon_.hamza_below_share(word); }

 private:
  const Lexicon& lexicon_;
  StringTable bare_;
  std::vector<std::uint32_t> sums_;  ///< by the number of the bare word
};

/// With fewer new words than this share of all, to ask six times for each takes less.
constexpr std::size_t words_a_new_one = 32;

}  // namespace

std::vector<WordId> enter(const ArticleWords& words, bool count, Lexicon& lexicon) {
  std::vector<std::string_view> texts;
  texts.reserve(words.distinct.size());
  for (const ArticleWord& word : words.distinct) texts.emplace_back(word.text);
  const std::size_t known = lexicon.size();
  std::vector<WordId> ids = lexicon.intern_all(texts);
  for (std::size_t place = 0; place < ids.size(); ++place) {
    if (!count && ids[place] < known) continue;
    const ArticleWord& word = words.distinct[place];
    lexicon.count(ids[place], 2 * word.hamzas >= word.in_title + word.in_text);
    lexicon.vote(ids[place], word.written.empty() ? word.text : word.written);
  }
  return ids;
}

void set_stems(Lexicon& lexicon, std::size_t first, const Analyzer& analyzer,
               const WordDictionary& dictionary, unsigned jobs) {
  constexpr std::size_t batch = 1024;
  const std::size_t words = lexicon.size() - first;
  std::optional<DefiniteCounts> counts;
  if (words > lexicon.size() / words_a_new_one) counts.emplace(lexicon);
  const DictionaryEvidence evidence(counts ? static_cast<const Evidence&>(*counts) : lexicon, dictionary);
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
