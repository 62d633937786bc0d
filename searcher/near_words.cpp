// SPDX-License-Identifier: GPL-3.0-or-later
// Every edit of a word is looked up: some hundreds of look-ups, whatever the size of the lexicon.
#include "searcher/near_words.hpp"

#include <algorithm>
#include <unordered_map>

#include "analysis/spelling.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::size_t min_letters = 4;
constexpr std::size_t min_letters_for_two = 8;
/// The edits of a word cost the cube of its length, and hardly any real word is longer.
constexpr std::size_t max_letters = 40;
constexpr double usual_confusion = 0.4;
constexpr double farthest_word = 1.5;

/// Costs by word; the cheapest way to a word counts.
class Neighbourhood {
 public:
  explicit Neighbourhood(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// The cost is asked for only of the few candidates that are words.
  template <typename Cost>
  void add(std::string_view candidate, const Cost& cost_of) {
    const auto id = lexicon_.find(candidate);
    if (!id || lexicon_.frequency(*id) == 0) return;
    const double cost = cost_of();
    const auto [at, added] = costs_.try_emplace(*id, cost);
    if (!added) at->second = std::min(at->second, cost);
  }

  std::vector<NearWord> best(std::size_t limit) const {
    std::vector<NearWord> words;
    for (const auto& [id, cost] : costs_) words.push_back({id, cost});
    std::sort(words.begin(), words.end(), [this](const NearWord& left, const NearWord& right) {
      if (left.cost != right.cost) return left.cost < right.cost;
      const auto a = lexicon_.frequency(left.id), b = lexicon_.frequency(right.id);
      return a != b ? a > b : left.id < right.id;
    });
    words.resize(std::min(words.size(), limit));
    return words;
  }

 private:
  const Lexicon& lexicon_;
  std::unordered_map<WordId, double> costs_;
};

void add_edits(Neighbourhood& near, std::string_view word) {
  for (const std::string& edit : spelling_edits(word))
    near.add(edit, [&] { return spelling_cost(word, edit, farthest_word); });
}

void add_second_edits(Neighbourhood& near, std::string_view word) {
  for (const std::string& first : confused_spellings(word))
    for (const std::string& second : spelling_edits(first))
      near.add(second, [&] { return usual_confusion + spelling_cost(first, second, farthest_word); });
}

}  // namespace

std::vector<NearWord> near_words(const Lexicon& lexicon, std::string_view word, std::size_t limit) {
  const std::size_t letters = count_code_points(word);
  if (letters < min_letters || letters > max_letters) return {};
  Neighbourhood near(lexicon);
  add_edits(near, word);
  std::vector<NearWord> best = near.best(limit);
  if (!best.empty() || letters < min_letters_for_two) return best;
  add_second_edits(near, word);
  return near.best(limit);
}

std::vector<std::string> near_stems(const Lexicon& lexicon, std::string_view word, std::string_view stem,
                                    std::size_t limit) {
  std::vector<std::string> stems;
  const std::size_t letters = count_code_points(word);
  if (letters < min_letters || letters > max_letters) return stems;
  const auto add = [&](std::string_view candidate) {
    if (stems.size() < limit && candidate != stem &&
        std::find(stems.begin(), stems.end(), candidate) == stems.end())
      stems.emplace_back(candidate);
  };
  for (const NearWord& near : near_words(lexicon, word, limit)) add(lexicon.stem(near.id));
  if (count_code_points(stem) + 1 < min_letters) return stems;
  for (const std::string& edit : spelling_edits(stem))
    if (!lexicon.words_of_stem(edit).empty()) add(edit);
  return stems;
}

}  // namespace fihrist
