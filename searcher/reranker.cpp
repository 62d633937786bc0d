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

Reranker::Reranker(const ArchiveState& state, const RankingOptions& options,
                   const std::vector<SearchWord>& words, CollectionCounts counts, RerankerMemo& memo)
    : state_(state),
      options_(options),
      words_(words),
      counts_(std::move(counts)),
      memo_(memo),
      lexicon_size_(state.lexicon().size()) {
  memo_.start(lexicon_size_);
  title_rarity_.resize(words_.size());
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
    word_rarity_.push_back(rarity(counts_.word_frequencies[i]));
    if (i > 0) pair_rarity_.push_back(std::max(word_rarity_[i - 1], word_rarity_[i]) + pair_bonus);
    learn_forms(static_cast<std::uint16_t>(i), words_[i]);
    for (const std::string& typed : words_[i].typed) {
      if (const auto id = lexicon.find(typed))
        add_use(*id,
                {.kind = QueryUse::Kind::exact, .number = static_cast<std::uint16_t>(exact_rarity_.size())});
      exact_rarity_.push_back(rarity(lexicon.document_frequency(typed)));
      if (options_.four_grams > 0) learn_grams(typed, state_.four_gram_table());
    }
  }
}

void Reranker::learn_forms(std::uint16_t number, const SearchWord& word) {
  const Lexicon& lexicon = state_.lexicon();
  for (const std::string& stem : word.stems)
    for (const WordId id : lexicon.words_of_stem(stem))
      add_use(id, {.kind = QueryUse::Kind::form, .number = number});
  for (std::size_t s = 0; s < word.sequences.size(); ++s)
    for (const WordId id : lexicon.words_of_stem(word.sequences[s].front()))
      add_use(id,
              {.kind = QueryUse::Kind::begins, .number = number, .sequence = static_cast<std::uint16_t>(s)});
}

void Reranker::learn_grams(const std::string& typed, const FourGramTable& table) {
  for (const FourGram gram : four_grams(typed)) {
    const auto number = table.find(gram);
    if (!number || std::find(grams_.begin(), grams_.end(), *number) != grams_.end()) continue;
    for (const WordId id : table.words_with(*number))
      add_use(id, {.kind = QueryUse::Kind::gram, .number = static_cast<std::uint16_t>(grams_.size())});
    gram_rarity_.push_back(rarity(static_cast<double>(table.frequency(*number))));
    grams_.push_back(*number);
  }
}

void Reranker::add_use(WordId id, QueryUse use) {
  if (id < lexicon_size_) memo_.add(id, use);
}

/// How many words of the text spell the sequence from `at` on; 0 when they do not.
std::size_t Reranker::sequence_length(const std::vector<WordId>& text, std::size_t at,
                                      const std::vector<std::string>& stems) {
  if (at + stems.size() > text.size()) return 0;
  for (std::size_t i = 1; i < stems.size(); ++i)
    if (text[at + i] >= lexicon_size_ || state_.lexicon().stem(text[at + i]) != stems[i]) return 0;
  return stems.size();
}

std::vector<Reranker::Occurrence> Reranker::read(const std::vector<WordId>& text) {
  std::vector<Occurrence> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] >= lexicon_size_) continue;
    for (const QueryUse* one = memo_.first(text[at]); one != nullptr; one = memo_.next(*one)) {
      const QueryUse& use = *one;
      switch (use.kind) {
        case QueryUse::Kind::form:
          found.push_back({at, 1, use.number});
          break;
        case QueryUse::Kind::exact:
          exact_counts_[use.number] += 1;
          break;
        case QueryUse::Kind::gram:
          gram_counts_[use.number] += 1;
          break;
        case QueryUse::Kind::begins:
          const auto& sequence = words_[use.number].sequences[use.sequence];
          if (const std::size_t length = sequence_length(text, at, sequence); length > 0)
            found.push_back({at, length, use.number});
      }
    }
  }
  return found;
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

double Reranker::title_score(const std::vector<Occurrence>& found, std::size_t title_words) {
  std::vector<double> counts(words_.size());
  for (const Occurrence& one : found) counts[one.word] += 1;
  const double ratio = static_cast<double>(title_words) / usual_title_words;
  double score = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    if (!title_rarity_[i]) title_rarity_[i] = rarity(counts_.title_frequency(i));
    score += *title_rarity_[i] * saturated(counts[i], ratio);
  }
  return score;
}

RankFeatures Reranker::judge(const WordSequence& article) {
  std::fill(exact_counts_.begin(), exact_counts_.end(), 0);
  std::fill(gram_counts_.begin(), gram_counts_.end(), 0);
  const auto in_title = read(article.title);
  const auto in_text = read(article.text);

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
