// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates, their evidence, the odds, and the choice among them.
#include "indexer/plural_learning.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "analysis/broken_plurals.hpp"
#include "analysis/definite_forms.hpp"
#include "analysis/number_cues.hpp"
#include "indexer/noun_study.hpp"

namespace fihrist {
namespace {

constexpr std::uint32_t least_frequency = 2;
/// Nouns take the article now and then; verbs and words with clitics hardly ever.
constexpr double least_definite_share = 0.08;
/// Of a word written with إ by this share of the articles, no plural is read.
constexpr double most_hamza_below = 0.3;
constexpr std::size_t plurals_per_singular = 2;

struct Candidate {
  std::size_t singular, plural;  ///< numbers of nouns
  double log_odds;
  bool telling, of_persons, of_feminine;
};

/// Which words may be what, before any article is read.
class Candidates {
 public:
  Candidates(const Lexicon& lexicon, const WordTables& tables) : lexicon_(lexicon) {
    read_tables(tables);
    std::unordered_set<std::string> seen;
    for (WordId id = 0; id < lexicon.size(); ++id)
      for (const std::string_view word : {lexicon.word(id), lexicon.stem(id)})
        if (std::string singular(word); seen.insert(singular).second) try_singular(singular);
  }

  const std::vector<std::string>& nouns() const { return nouns_; }
  const std::vector<Candidate>& pairs() const { return pairs_; }

 private:
  void read_tables(const WordTables& tables) {
    for (const PluralRow& row : tables.plurals()) {
      singulars_.insert(row.words.front());
      known_.insert(row.words.begin(), row.words.end());
    }
  }

  void try_singular(const std::string& singular) {
    const bool is_known_plural = known_.contains(singular) && !singulars_.contains(singular);
    if (is_known_plural || !is_noun(singular)) return;
    for (const PossiblePlural& plural : possible_plurals(singular)) {
      if (known_.contains(plural.word) || !is_noun(plural.word) || is_feminine(plural) ||
          lexicon_.hamza_below_share(plural.word) > most_hamza_below)
        continue;
      pairs_.push_back({.singular = number_of(singular),
                        .plural = number_of(plural.word),
                        .log_odds = plural.log_odds,
                        .telling = plural.telling,
                        .of_persons = plural.of_persons,
                        .of_feminine = plural.of_feminine});
    }
  }

  /// In use, with the article and without affixes.
  bool is_noun(const std::string& word) const {
    const std::uint32_t definite = lexicon_.definite_frequency(word);
    const std::uint32_t all = definite + lexicon_.document_frequency(word);
    if (all < least_frequency || definite < least_definite_share * all) return false;
    return is_filed_plainly(word, word) && is_filed_plainly(definite_forms(word).front(), word);
  }

  bool is_feminine(const PossiblePlural& plural) const {
    constexpr double least_share = 0.1;
    if (plural.masculine.empty()) return false;
    const std::uint32_t definite = lexicon_.definite_frequency(plural.masculine);
    return definite > least_share * (definite + lexicon_.document_frequency(plural.masculine));
  }

  bool is_filed_plainly(const std::string& form, const std::string& noun) const {
    const auto id = lexicon_.find(form);
    return !id || is_plain_noun(noun, lexicon_.stem(*id));
  }

  std::size_t number_of(const std::string& noun) {
    const auto [found, is_new] = numbers_.try_emplace(noun, nouns_.size());
    if (is_new) nouns_.push_back(noun);
    return found->second;
  }

  const Lexicon& lexicon_;
  std::unordered_set<std::string> singulars_, known_;  ///< of the tables
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::string> nouns_;
  std::vector<Candidate> pairs_;
};

double bounded(double value, double bound) { return std::clamp(value, -bound, bound); }

/// Logarithm of how much oftener a noun goes with the feminine than with the masculine.
double feminine_odds(const NounUse& use) { return std::log((use.feminine + 0.5) / (use.masculine + 0.5)); }

/// The same for standing behind a number or the like: of singulars 0.8 % do.
double plural_odds(const NounUse& use) {
  return std::log((use.plural + 0.3) / (0.008 * use.occurrences + 0.3));
}

/// Weights fitted by logistic regression on the pairs of tables/plurals.tsv that 12,802 articles of news and
/// software hold, against other pairs of the same shapes; see docs/arabic.md.
double odds_of(const Candidate& pair, double similarity, const NounUse& singular, const NounUse& plural) {
  const double ratio = std::log((singular.occurrences + 0.5) / (plural.occurrences + 0.5));
  double agreement = bounded(feminine_odds(plural), 2.5);
  if (pair.of_persons) agreement = std::max(agreement, 0.0);
  const double disagreement = pair.of_feminine ? 0 : bounded(feminine_odds(singular), 2.5);
  return -0.95 + pair.log_odds + (pair.telling ? 0.41 : 0) + 5.0 * std::sqrt(std::min(similarity, 0.36)) -
         0.21 * std::min(std::abs(ratio), 4.0) + 0.17 * agreement - 0.36 * disagreement +
         0.4 * bounded(plural_odds(plural), 2.5);
}

/// Shapes that are no sure sign need to be met as plurals.
bool is_used_as_plural(const Candidate& pair, const NounUse& use) {
  if (pair.of_persons && use.feminine > use.masculine + 2) return false;  // سوداء
  if (pair.telling || use.plural >= 2) return true;
  return use.feminine >= 2 && use.feminine >= 2 * use.masculine;
}

constexpr double joined_from = 2.3;
constexpr double suggested_from = 0.5;

std::vector<LearnedPlural> judge(const Candidates& candidates, const NounStudy& study) {
  std::vector<LearnedPlural> judged;
  for (const Candidate& pair : candidates.pairs()) {
    const NounUse &singular = study.use(pair.singular), &plural = study.use(pair.plural);
    const double similarity = study.similarity(pair.singular, pair.plural);
    const double odds = odds_of(pair, similarity, singular, plural);
    if (odds < suggested_from) continue;
    judged.push_back({.singular = candidates.nouns()[pair.singular],
                      .plural = candidates.nouns()[pair.plural],
                      .score = static_cast<std::int32_t>(std::lround(100 * odds)),
                      .joined = odds >= joined_from && is_used_as_plural(pair, plural),
                      .similarity = static_cast<std::int32_t>(std::lround(100 * similarity)),
                      .singular_use = singular,
                      .plural_use = plural});
  }
  std::sort(judged.begin(), judged.end(), [](const LearnedPlural& left, const LearnedPlural& right) {
    return std::tie(right.joined, right.score, left.singular, left.plural) <
           std::tie(left.joined, left.score, right.singular, right.plural);
  });
  return judged;
}

/// A plural has one singular, the likeliest; a plural is no singular, and a singular has two plurals at most.
std::vector<LearnedPlural> choose(std::vector<LearnedPlural> judged) {
  std::vector<LearnedPlural> chosen;
  std::unordered_set<std::string> plurals;
  std::unordered_map<std::string, std::size_t> singulars;
  for (LearnedPlural& pair : judged) {
    if (plurals.contains(pair.singular) || plurals.contains(pair.plural) || singulars.contains(pair.plural) ||
        singulars[pair.singular] == plurals_per_singular)
      continue;
    ++singulars[pair.singular];
    plurals.insert(pair.plural);
    chosen.push_back(std::move(pair));
  }
  return chosen;
}

}  // namespace

std::vector<LearnedPlural> learn_plurals(const Lexicon& lexicon, const WordTables& tables,
                                         const ArticleWordsWalk& for_each_article) {
  const Candidates candidates(lexicon, tables);
  NounStudy study(lexicon, candidates.nouns());
  for_each_article([&](const WordSequence& words) { study.read(words); });
  study.finish();
  return choose(judge(candidates, study));
}

}  // namespace fihrist
