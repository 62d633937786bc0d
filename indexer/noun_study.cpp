// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the words of articles, then neighbours weighed against chance.
#include "indexer/noun_study.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/definite_forms.hpp"
#include "analysis/number_cues.hpp"

namespace fihrist {
namespace {

/// A thousand occurrences tell what there is to be told, and bound the memory.
constexpr std::size_t most_neighbours = 4000;

constexpr unsigned bits_per_cue = 2;
enum class CuePlace : unsigned { before_bare, before_definite, behind };

std::uint8_t packed_cue(NumberCue cue, CuePlace place) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(cue)
                                   << (bits_per_cue * static_cast<unsigned>(place)));
}

NumberCue cue_in(std::uint8_t cues, CuePlace place) {
  return static_cast<NumberCue>((cues >> (bits_per_cue * static_cast<unsigned>(place))) & 3U);
}

std::uint8_t cues_of(std::string_view word) {
  return static_cast<std::uint8_t>(packed_cue(cue_before(word, false), CuePlace::before_bare) |
                                   packed_cue(cue_before(word, true), CuePlace::before_definite) |
                                   packed_cue(cue_behind(word), CuePlace::behind));
}

void count(NounUse& use, NumberCue cue) {
  if (cue == NumberCue::plural) ++use.plural;
  if (cue == NumberCue::feminine) ++use.feminine;
  if (cue == NumberCue::masculine) ++use.masculine;
}

}  // namespace

NounStudy::NounStudy(const Lexicon& lexicon, const std::vector<std::string>& nouns)
    : lexicon_(lexicon), roles_(lexicon.size()), uses_(nouns.size()), neighbours_(nouns.size()) {
  find_nouns(nouns);
  number_stems();
}

void NounStudy::find_nouns(const std::vector<std::string>& nouns) {
  for (std::uint32_t noun = 0; noun < nouns.size(); ++noun) {
    for (const std::string& form : definite_forms(nouns[noun])) {
      const auto id = lexicon_.find(form);
      if (!id || roles_[*id].noun != none) continue;
      roles_[*id].noun = noun;
      roles_[*id].definite = true;
    }
  }
  for (std::uint32_t noun = 0; noun < nouns.size(); ++noun) {
    const auto id = lexicon_.find(nouns[noun]);
    if (id) roles_[*id] = {.noun = noun};
  }
}

void NounStudy::number_stems() {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (WordId id = 0; id < lexicon_.size(); ++id) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    roles_[id].stem = numbers.try_emplace(lexicon_.stem(id), next).first->second;
    roles_[id].cues = cues_of(lexicon_.word(id));
  }
}

void NounStudy::read(const WordSequence& article) {
  read_part(article.title);
  read_part(article.text);
}

void NounStudy::read_part(const std::vector<WordId>& words) {
  struct Step {
    std::ptrdiff_t by;
    Neighbour place;
  };
  static constexpr std::array<Step, 4> steps{Step{-2, 0}, Step{-1, 1}, Step{1, 2}, Step{2, 3}};
  for (std::size_t at = 0; at < words.size(); ++at) {
    const WordRole& role = roles_.at(words[at]);
    if (role.noun == none) continue;
    count_cues(uses_[role.noun], words, at, role.definite);
    std::vector<Neighbour>& neighbours = neighbours_[role.noun];
    if (neighbours.size() >= most_neighbours) continue;
    for (const Step& step : steps) {
      const std::size_t beside = at + static_cast<std::size_t>(step.by);  // wraps below 0, beyond the end
      if (beside < words.size()) neighbours.push_back(4 * roles_.at(words[beside]).stem + step.place);
    }
  }
}

void NounStudy::count_cues(NounUse& use, const std::vector<WordId>& words, std::size_t at,
                           bool definite) const {
  ++use.occurrences;
  if (definite) ++use.definite;
  if (at > 0)
    count(use,
          cue_in(roles_[words[at - 1]].cues, definite ? CuePlace::before_definite : CuePlace::before_bare));
  if (definite && at + 1 < words.size()) count(use, cue_in(roles_.at(words[at + 1]).cues, CuePlace::behind));
}

std::vector<std::pair<NounStudy::Neighbour, std::uint32_t>> NounStudy::counted(
    std::vector<Neighbour> neighbours) const {
  std::sort(neighbours.begin(), neighbours.end());
  std::vector<std::pair<Neighbour, std::uint32_t>> counts;
  for (const Neighbour neighbour : neighbours) {
    if (counts.empty() || counts.back().first != neighbour) counts.emplace_back(neighbour, 0);
    ++counts.back().second;
  }
  return counts;
}

void NounStudy::finish() {
  std::unordered_map<Neighbour, std::uint32_t> totals;
  double all = 0;
  for (const auto& neighbours : neighbours_) {
    for (const Neighbour neighbour : neighbours) ++totals[neighbour];
    all += static_cast<double>(neighbours.size());
  }
  weighed_.resize(neighbours_.size());
  for (std::size_t noun = 0; noun < neighbours_.size(); ++noun) {
    const auto size = static_cast<double>(neighbours_[noun].size());
    double squares = 0;
    for (const auto& [neighbour, times] : counted(std::move(neighbours_[noun]))) {
      const double total = totals[neighbour];
      const double information = std::log(times * all / (size * total));
      if (total < 2 || information <= 0) continue;
      const double weight = information * std::log(1.0 + times);
      weighed_[noun].push_back({.neighbour = neighbour, .weight = static_cast<float>(weight)});
      squares += weight * weight;
    }
    lengths_.push_back(std::sqrt(squares));
  }
  neighbours_.clear();
}

double NounStudy::similarity(std::size_t left, std::size_t right) const {
  if (lengths_[left] == 0 || lengths_[right] == 0) return 0;
  const auto &first = weighed_[left], &second = weighed_[right];
  double product = 0;
  for (auto i = first.begin(), j = second.begin(); i != first.end() && j != second.end();) {
    if (i->neighbour == j->neighbour) {
      product += static_cast<double>(i++->weight) * static_cast<double>(j++->weight);
    } else {
      i->neighbour < j->neighbour ? void(++i) : void(++j);
    }
  }
  return product / (lengths_[left] * lengths_[right]);
}

}  // namespace fihrist
