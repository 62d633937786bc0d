// SPDX-License-Identifier: GPL-3.0-or-later
// Features of an article for a query. Each is a BM25 of its own: over the title's words, the words as typed,
// their letter four-grams, and pairs of neighbouring query words.
#include "searcher/reranker.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fihrist {
namespace {

/// Length of a title that BM25 takes for usual.
constexpr double usual_title_words = 8;
/// The title's words weigh as much in an article's length as in its postings (docs/index-format.md).
constexpr double title_weight = 3;
/// Words between two query words beyond which they are no neighbours, and what a pair is worth that is not
/// side by side and in order.
constexpr std::size_t window = 8;
constexpr double loose_pair = 0.25;
/// A pair is rarer than its rarer word by about this much (in the unit of rarity).
constexpr double pair_bonus = 1;

}  // namespace

void WordUseMemo::start(std::size_t lexicon_size) {
  if (entries_.size() < lexicon_size) entries_.resize(lexicon_size);
  if (++query_ != 0) return;
  std::fill(entries_.begin(), entries_.end(), Entry{});
  query_ = 1;
}

Reranker::Reranker(const ArchiveState& state, const RankingOptions& options,
                   const std::vector<SearchWord>& words, CollectionCounts counts, WordUseMemo& memo)
    : state_(state), options_(options), words_(words), counts_(std::move(counts)), memo_(memo), uses_(1) {
  memo_.start(state.lexicon().size());
  learn_words();
  exact_counts_.resize(exact_rarity_.size());
  gram_counts_.resize(gram_rarity_.size());
}

/// The idf of BM25 in the form that is never negative (Lucene, LUCENE-6711).
double Reranker::rarity(double frequency) const {
  const double n = std::min(frequency, counts_.articles);
  return std::log1p((counts_.articles - n + 0.5) / (n + 0.5));
}

double Reranker::saturated(double frequency, double length_ratio) const {
  const double k = options_.k1 * (1 - options_.b + options_.b * length_ratio);
  return frequency * (options_.k1 + 1) / (frequency + k);
}

void Reranker::learn_words() {
  const Lexicon& lexicon = state_.lexicon();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    const SearchWord& word = words_[i];
    word_rarity_.push_back(rarity(counts_.word_frequencies[i]));
    title_rarity_.push_back(rarity(counts_.title_frequencies[i]));
    if (i > 0) pair_rarity_.push_back(std::max(word_rarity_[i - 1], word_rarity_[i]) + pair_bonus);
    for (const std::string& stem : word.stems) stems_[stem].push_back(number);
    for (std::size_t s = 0; s < word.sequences.size(); ++s)
      first_stems_[word.sequences[s].front()].emplace_back(number, static_cast<std::uint16_t>(s));
    for (const std::string& typed : word.typed) {
      typed_[typed].push_back(static_cast<std::uint16_t>(exact_rarity_.size()));
      exact_rarity_.push_back(rarity(lexicon.document_frequency(typed)));
      if (options_.four_grams > 0) learn_grams(typed);
    }
  }
}

void Reranker::learn_grams(const std::string& typed) {
  const FourGramFrequencies& frequencies = state_.four_gram_frequencies();
  for (const FourGram gram : four_grams(typed)) {
    if (!grams_.try_emplace(gram, static_cast<std::uint16_t>(gram_rarity_.size())).second) continue;
    gram_rarity_.push_back(rarity(static_cast<double>(frequencies.frequency(gram))));
  }
}

WordUse Reranker::looked_up(WordId id) const {
  WordUse use;
  const Lexicon& lexicon = state_.lexicon();
  if (const auto found = stems_.find(lexicon.stem(id)); found != stems_.end()) use.words = found->second;
  if (const auto found = first_stems_.find(lexicon.stem(id)); found != first_stems_.end())
    use.begins = found->second;
  if (const auto found = typed_.find(lexicon.word(id)); found != typed_.end()) use.exact = found->second;
  if (!grams_.empty())
    for (const FourGram gram : four_grams(lexicon.word(id)))
      if (const auto found = grams_.find(gram); found != grams_.end()) use.grams.push_back(found->second);
  return use;
}

const WordUse& Reranker::use_of(WordId id) {
  if (id >= memo_.size() || id >= state_.lexicon().size()) return uses_.front();
  std::uint32_t& number = memo_.at(id);
  if (number == 0) {
    WordUse use = looked_up(id);
    const bool idle = use.words.empty() && use.exact.empty() && use.grams.empty() && use.begins.empty();
    if (!idle) uses_.push_back(std::move(use));
    number = idle ? 1 : static_cast<std::uint32_t>(uses_.size());
  }
  return uses_[number - 1];
}

/// How many words of the text spell the sequence from `at` on; 0 when they do not.
std::size_t Reranker::sequence_length(const std::vector<WordId>& text, std::size_t at,
                                      const std::vector<std::string>& stems) {
  if (at + stems.size() > text.size()) return 0;
  for (std::size_t i = 1; i < stems.size(); ++i)
    if (text[at + i] >= state_.lexicon().size() || state_.lexicon().stem(text[at + i]) != stems[i]) return 0;
  return stems.size();
}

std::vector<Reranker::Occurrence> Reranker::occurrences(const std::vector<WordId>& text) {
  std::vector<Occurrence> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const WordUse& use = use_of(text[at]);
    for (const std::uint16_t word : use.words) found.push_back({at, 1, word});
    for (const auto& [word, sequence] : use.begins)
      if (const std::size_t length = sequence_length(text, at, words_[word].sequences[sequence]); length > 0)
        found.push_back({at, length, word});
  }
  return found;
}

void Reranker::count_words(const std::vector<WordId>& text) {
  for (const WordId id : text) {
    const WordUse& use = use_of(id);
    for (const std::uint16_t exact : use.exact) exact_counts_[exact] += 1;
    for (const std::uint16_t gram : use.grams) gram_counts_[gram] += 1;
  }
}

std::vector<double> Reranker::pair_counts(const std::vector<Occurrence>& found) const {
  std::vector<double> counts(pair_rarity_.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t j = i; j-- > 0 && found[i].position - found[j].position <= window;) {
      const auto [low, high] = std::minmax(found[i].word, found[j].word);
      if (high != low + 1) continue;
      const bool side_by_side =
          found[j].word == low && found[j].position + found[j].length == found[i].position;
      counts[low] += side_by_side ? 1 : loose_pair;
    }
  }
  return counts;
}

double Reranker::title_score(const std::vector<Occurrence>& found, std::size_t title_words) const {
  std::vector<double> counts(words_.size());
  for (const Occurrence& one : found) counts[one.word] += 1;
  const double ratio = static_cast<double>(title_words) / usual_title_words;
  double score = 0;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0) score += title_rarity_[i] * saturated(counts[i], ratio);
  return score;
}

RankFeatures Reranker::judge(const WordSequence& article) {
  const auto in_title = occurrences(article.title);
  const auto in_text = occurrences(article.text);
  std::fill(exact_counts_.begin(), exact_counts_.end(), 0);
  std::fill(gram_counts_.begin(), gram_counts_.end(), 0);
  count_words(article.title);
  count_words(article.text);

  const double length =
      title_weight * static_cast<double>(article.title.size()) + static_cast<double>(article.text.size());
  const double ratio = length / counts_.average_words;
  const auto scored = [&](const std::vector<double>& counts, const std::vector<double>& rarities) {
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (counts[i] > 0) sum += rarities[i] * saturated(counts[i], ratio);
    return sum;
  };

  RankFeatures features;
  features.title = options_.title * title_score(in_title, article.title.size());
  features.exact = options_.exact * scored(exact_counts_, exact_rarity_);
  features.four_grams = options_.four_grams * scored(gram_counts_, gram_rarity_);
  auto pairs = pair_counts(in_text);
  const auto title_pairs = pair_counts(in_title);
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] += title_pairs[i];
  features.proximity = options_.proximity * scored(pairs, pair_rarity_);
  return features;
}

}  // namespace fihrist
