// SPDX-License-Identifier: GPL-3.0-or-later
// Ids, addresses and texts by sorting; near copies by their bands.
#include "indexer/settlement.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/near_copies.hpp"

namespace fihrist {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 7> ranks{
    {{"feed", 1}, {"html", 2}, {"mhtml", 2}, {"zim", 3}, {"warc", 3}, {"wacz", 3}, {"text", 4}}};

/// Of two versions with the same id, the later one in the input and the one that stands so far.
bool counts_more(const Meeting& later, const Meeting& standing) {
  if (later.takes_away || standing.takes_away) return true;
  const auto both_know = [&](std::int64_t Meeting::*time) {
    return later.*time != Meeting::unknown && standing.*time != Meeting::unknown;
  };
  if (both_know(&Meeting::updated) && later.updated != standing.updated)
    return later.updated > standing.updated;
  return !both_know(&Meeting::captured) || later.captured >= standing.captured;
}

/// Documents of the index by what a run looks for.
struct KnownDocuments {
  std::unordered_map<std::uint64_t, std::uint32_t> by_address;
  std::unordered_map<std::uint64_t, std::uint32_t> by_text;
  std::unordered_map<std::uint32_t, std::uint8_t> ranks;
  std::vector<NearCopyCandidate> alike;
};

class Settling {
 public:
  Settling(const std::vector<Meeting>& meetings, const SettlementSources& sources)
      : meetings_(meetings), sources_(sources), own_(meetings.size(), 0) {
    settlement_.verdicts.resize(meetings.size());
  }

  Settlement run() {
    settle_ids();
    if (sources_.index != nullptr) look_up();
    settle_equal(&Likeness::address,
                 [this](const auto& equal) { return come_from_different_sources(equal); });
    settle_equal(&Likeness::text, [](const auto&) { return true; });
    settle_documents();
    settle_clusters();
    return std::move(settlement_);
  }

 private:
  using Numbers = std::vector<MeetingNumber>;

  Verdict& verdict(MeetingNumber number) { return settlement_.verdicts[number]; }
  bool is_kept(MeetingNumber number) { return verdict(number).fate == Fate::kept; }
  MeetingNumber count() const { return static_cast<MeetingNumber>(meetings_.size()); }

  void settle_ids() {
    std::unordered_map<Digest, MeetingNumber, DigestHash> standing;
    for (MeetingNumber number = 0; number < count(); ++number) {
      const auto [at, is_first] = standing.try_emplace(meetings_[number].id, number);
      if (!is_first && counts_more(meetings_[number], meetings_[at->second])) at->second = number;
    }
    for (MeetingNumber number = 0; number < count(); ++number) {
      const MeetingNumber winner = standing.at(meetings_[number].id);
      if (winner == number) {
        verdict(number).fate = meetings_[number].takes_away ? Fate::deletes : Fate::kept;
        continue;
      }
      verdict(number) = {.fate = Fate::older, .of = winner};
      if (!meetings_[number].takes_away && !meetings_[winner].takes_away)
        settlement_.others[winner].push_back(number);
    }
  }

  /// One pass over the index keeps what the run has a use for, so that memory grows with the run alone.
  void look_up() {
    std::unordered_map<std::uint64_t, MeetingNumber> ids;
    std::unordered_set<std::uint64_t> addresses, texts;
    std::array<std::unordered_set<std::uint32_t>, Likeness::bands> bands;
    for (MeetingNumber number = 0; number < count(); ++number) {
      if (verdict(number).fate == Fate::older) continue;
      const Likeness& likeness = meetings_[number].likeness;
      ids.emplace(likeness.id, number);
      if (likeness.address != 0) addresses.insert(likeness.address);
      if (likeness.text != 0) texts.insert(likeness.text);
      for (std::size_t band = 0; band < bands.size() && likeness.has_passages(); ++band)
        bands[band].insert(likeness.passages[band]);
    }
    sources_.index->for_each_likeness(
        [&](std::uint32_t docid, const Likeness& likeness, std::uint64_t cluster) {
          if (const auto own = ids.find(likeness.id); own != ids.end()) {
            own_[own->second] = docid;
            if (cluster != 0) own_clusters_[own->second] = cluster;
            return;
          }
          if (addresses.contains(likeness.address)) known_.by_address.emplace(likeness.address, docid);
          if (texts.contains(likeness.text)) known_.by_text.emplace(likeness.text, docid);
          if (addresses.contains(likeness.address) || texts.contains(likeness.text))
            known_.ranks.emplace(docid, likeness.rank);
          for (std::size_t band = 0; band < bands.size() && likeness.has_passages(); ++band)
            if (bands[band].contains(likeness.passages[band])) {
              known_.alike.push_back({.passages = likeness.passages,
                                      .cluster = cluster,
                                      .document = docid,
                                      .first_of_cluster = likeness.id});
              break;
            }
        });
  }

  /// Meetings that are equal in one respect become one.
  template <typename MayMerge>
  void settle_equal(std::uint64_t Likeness::*respect, MayMerge&& may_merge) {
    std::vector<std::pair<std::uint64_t, MeetingNumber>> sorted;
    for (MeetingNumber number = 0; number < count(); ++number)
      if (is_kept(number) && meetings_[number].likeness.*respect != 0)
        sorted.emplace_back(meetings_[number].likeness.*respect, number);
    std::sort(sorted.begin(), sorted.end());
    for (auto begin = sorted.begin(); begin != sorted.end();) {
      const auto end =
          std::find_if(begin, sorted.end(), [&](const auto& one) { return one.first != begin->first; });
      Numbers equal;
      for (auto at = begin; at != end; ++at) equal.push_back(at->second);
      if (equal.size() > 1 && may_merge(equal)) merge(equal);
      begin = end;
    }
  }

  bool come_from_different_sources(const Numbers& equal) const {
    std::unordered_set<std::uint64_t> sources;
    return std::all_of(equal.begin(), equal.end(), [&](MeetingNumber number) {
      const Meeting& meeting = meetings_[number];
      return sources.insert(std::uint64_t{meeting.origin} << 8U | meeting.likeness.rank).second;
    });
  }

  void merge(const Numbers& equal) {
    const auto worth = [&](MeetingNumber number) {
      return std::tuple(own_[number] == 0, meetings_[number].likeness.rank, number);
    };
    const MeetingNumber first = *std::min_element(
        equal.begin(), equal.end(), [&](MeetingNumber a, MeetingNumber b) { return worth(a) < worth(b); });
    for (const MeetingNumber number : equal)
      if (number != first) make_copy(number, first);
  }

  void make_copy(MeetingNumber number, MeetingNumber of) {
    verdict(number) = {.fate = Fate::copy, .of = of};
    Numbers moved{number};
    if (const auto node = settlement_.others.extract(number)) {
      for (const MeetingNumber other : node.mapped()) verdict(other).of = of;
      moved.insert(moved.end(), node.mapped().begin(), node.mapped().end());
    }
    Numbers& others = settlement_.others[of];
    others.insert(others.end(), moved.begin(), moved.end());
    std::sort(others.begin(), others.end());
  }

  /// Against the index: only what is not in it under its own id.
  void settle_documents() {
    for (MeetingNumber number = 0; number < count(); ++number) {
      if (own_[number] != 0) continue;
      const Likeness& likeness = meetings_[number].likeness;
      const auto same_address = known_.by_address.find(likeness.address);
      const bool has_address = likeness.address != 0 && same_address != known_.by_address.end();
      if (verdict(number).fate == Fate::deletes && has_address)
        verdict(number).document = same_address->second;
      if (!is_kept(number)) continue;
      if (has_address) {
        verdict(number).document = same_address->second;
        if (!takes_place_of(meetings_[number], same_address->second)) verdict(number).fate = Fate::copy;
      } else if (const auto same = known_.by_text.find(likeness.text);
                 likeness.text != 0 && same != known_.by_text.end()) {
        verdict(number) = {.fate = Fate::copy, .document = same->second};
      }
    }
  }

  bool takes_place_of(const Meeting& meeting, std::uint32_t docid) const {
    if (meeting.likeness.rank < known_.ranks.at(docid)) return true;
    const auto origins = sources_.index->origins(docid);
    return std::find(origins.begin(), origins.end(), sources_.origin_term_of(meeting.origin)) !=
           origins.end();
  }

  void settle_clusters() {
    std::vector<NearCopyCandidate> candidates = std::move(known_.alike);
    const std::size_t documents = candidates.size();
    Numbers numbers;
    for (MeetingNumber number = 0; number < count(); ++number) {
      const Likeness& likeness = meetings_[number].likeness;
      if (!is_kept(number) || !likeness.has_passages()) continue;
      const auto own = own_clusters_.find(number);
      candidates.push_back({.passages = likeness.passages,
                            .cluster = own == own_clusters_.end() ? 0 : own->second,
                            .first_of_cluster = likeness.id});
      numbers.push_back(number);
    }
    const auto clusters = near_copies(candidates, [&](std::size_t place) {
      return place < documents ? sources_.index->article(candidates[place].document)
                               : sources_.article_of(numbers[place - documents]);
    });
    std::unordered_set<std::uint64_t> met;
    for (std::size_t place = 0; place < clusters.size(); ++place) {
      if (place >= documents) {
        Verdict& one = verdict(numbers[place - documents]);
        one.cluster = clusters[place];
        one.follows = one.cluster != 0 && !met.insert(one.cluster).second;
      } else if (clusters[place] != 0 && clusters[place] != candidates[place].cluster) {
        settlement_.clustered_documents[candidates[place].document] = clusters[place];
      }
    }
  }

  const std::vector<Meeting>& meetings_;
  const SettlementSources& sources_;
  Settlement settlement_;
  std::vector<std::uint32_t> own_;  ///< docids by meeting
  std::unordered_map<MeetingNumber, std::uint64_t> own_clusters_;
  KnownDocuments known_;
};

}  // namespace

std::uint8_t rank_of_format(std::string_view format) {
  for (const auto& [name, rank] : ranks)
    if (name == format) return rank;
  return 0;
}

Settlement settle(const std::vector<Meeting>& meetings, const SettlementSources& sources) {
  return Settling(meetings, sources).run();
}

}  // namespace fihrist
