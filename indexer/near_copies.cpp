// SPDX-License-Identifier: GPL-3.0-or-later
// Bands, one after the other, and what they bring together.
#include "indexer/near_copies.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/passages.hpp"

namespace fihrist {
namespace {

/// Pairs that were compared and differ. Forgetting them costs time, not truth.
constexpr std::size_t most_remembered = 1'000'000;
/// Passages of texts kept at hand: groups of copies meet in every band.
constexpr std::size_t most_passages = 4'000'000;

/// What more texts than this have in one band is a sentence of their site (a note on rights, a call to
/// subscribe), and says nothing of two of them; copies share other bands as well: of ten thousand pairs with
/// four fifths in common, one shares no second of twelve. Reading all of them would be most of what a large
/// archive takes to settle.
constexpr std::size_t most_by_chance = 16;

class Grouping {
 public:
  Grouping(const std::vector<NearCopyCandidate>& candidates,
           const std::function<Article(std::size_t)>& article_of)
      : candidates_(candidates), article_of_(article_of), first_(candidates.size()) {
    std::iota(first_.begin(), first_.end(), 0U);
  }

  std::vector<std::uint64_t> run() {
    for (std::size_t band = 0; band < Likeness::bands; ++band) compare_band(band);
    return clusters();
  }

 private:
  using Place = std::uint32_t;

  Place first_of(Place place) {
    while (first_[place] != place) place = first_[place] = first_[first_[place]];
    return place;
  }

  void compare_band(std::size_t band) {
    std::vector<std::pair<std::uint32_t, Place>> keys;
    keys.reserve(candidates_.size());
    for (Place place = 0; place < candidates_.size(); ++place)
      keys.emplace_back(candidates_[place].passages[band], place);
    std::sort(keys.begin(), keys.end());
    for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
      while (end < keys.size() && keys[end].first == keys[begin].first) ++end;
      const Place first = keys[begin].second;
      const bool common = end - begin > most_by_chance;
      for (std::size_t at = begin + 1; at < end; ++at)
        if (const Place other = keys[at].second; !common || bands_shared(first, other) > 1)
          join_if_alike(first_of(first), first_of(other));
    }
  }

  std::size_t bands_shared(Place left, Place right) const {
    std::size_t shared = 0;
    for (std::size_t band = 0; band < Likeness::bands; ++band)
      shared += candidates_[left].passages[band] == candidates_[right].passages[band] ? 1U : 0U;
    return shared;
  }

  void join_if_alike(Place left, Place right) {
    if (left == right) return;
    const auto [first, other] = std::minmax(left, right);
    const std::uint64_t pair = std::uint64_t{first} << 32U | other;
    if (different_.contains(pair)) return;
    const std::uint64_t cluster = candidates_[first].cluster;
    if ((cluster != 0 && cluster == candidates_[other].cluster) ||
        nearly_same(passages(first), passages(other))) {
      first_[other] = first;
      return;
    }
    if (different_.size() >= most_remembered) different_.clear();
    different_.insert(pair);
  }

  const std::vector<std::uint64_t>& passages(Place place) {
    // Both of a pair must stay: the one that was just asked for is never thrown away with the others.
    const Place other = std::exchange(last_asked_, place);
    if (const auto found = texts_.find(place); found != texts_.end()) return found->second;
    if (passages_held_ >= most_passages) {
      auto kept = texts_.extract(other);
      texts_.clear();
      passages_held_ = kept ? kept.mapped().size() : 0;
      if (kept) texts_.insert(std::move(kept));
    }
    std::vector<std::uint64_t>& text = texts_[place] = passages_of(article_of_(place));
    passages_held_ += text.size();
    return text;
  }

  std::vector<std::uint64_t> clusters() {
    std::vector<std::uint32_t> sizes(candidates_.size(), 0);
    std::vector<std::uint64_t> least(candidates_.size(), std::numeric_limits<std::uint64_t>::max());
    for (Place place = 0; place < candidates_.size(); ++place) {
      const Place first = first_of(place);
      ++sizes[first];
      if (candidates_[place].cluster != 0) least[first] = std::min(least[first], candidates_[place].cluster);
    }
    std::vector<std::uint64_t> clusters(candidates_.size(), 0);
    for (Place place = 0; place < candidates_.size(); ++place) {
      const Place first = first_of(place);
      if (sizes[first] < 2) continue;
      const bool has_one = least[first] != std::numeric_limits<std::uint64_t>::max();
      clusters[place] =
          has_one ? least[first] : std::max<std::uint64_t>(1, candidates_[first].first_of_cluster);
    }
    return clusters;
  }

  const std::vector<NearCopyCandidate>& candidates_;
  const std::function<Article(std::size_t)>& article_of_;
  std::vector<Place> first_;
  std::unordered_set<std::uint64_t> different_;
  std::unordered_map<Place, std::vector<std::uint64_t>> texts_;
  std::size_t passages_held_ = 0;
  Place last_asked_ = 0;
};

}  // namespace

std::vector<std::uint64_t> near_copies(const std::vector<NearCopyCandidate>& candidates,
                                       const std::function<Article(std::size_t)>& article_of) {
  return Grouping(candidates, article_of).run();
}

}  // namespace fihrist
