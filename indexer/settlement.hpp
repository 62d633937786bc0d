// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the articles that a run met are one and the same, and which are nearly so.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "indexer/indexed_articles.hpp"
#include "indexer/meeting.hpp"
#include "schema/article.hpp"

namespace fihrist {

enum class Fate : std::uint8_t {
  kept,     ///< it goes into the index, if it is not there as it is
  older,    ///< another version of it counts
  copy,     ///< it is the article `of`, or the one that the index has as `document`
  deletes,  ///< the source takes it away
};

struct Verdict {
  Fate fate = Fate::kept;
  MeetingNumber of = no_meeting;
  /// Docid, 0 for none: of a copy, what it is a copy of; of a kept one, the document whose place it takes;
  /// of one that deletes by its address, what goes.
  std::uint32_t document = 0;
  std::uint64_t cluster = 0;  ///< of articles that are nearly the same; 0 for none
  bool follows = false;       ///< an earlier one has the same cluster
};

struct Settlement {
  std::vector<Verdict> verdicts;  ///< by meeting
  /// Of kept ones: their copies and other versions, in the order of the input.
  std::map<MeetingNumber, std::vector<MeetingNumber>> others;
  /// Documents of the index that a new article is nearly the same as, and the cluster they get.
  std::map<std::uint32_t, std::uint64_t> clustered_documents;
};

/// What settling looks at besides the meetings, when these alone do not tell.
struct SettlementSources {
  const IndexedArticles* index = nullptr;  ///< null for a new archive
  std::function<Article(MeetingNumber)> article_of;
  std::function<std::string(std::uint32_t origin)> origin_term_of;
};

/// The rules, in this order:
///   same id            the newest counts: updated, then captured, then later in the input; a deletion counts
///                      against what came before it
///   same address       in inputs or formats that have it once each: one article, the best format's fields
///   first.
///                      A document of the index with this address stays the article, unless the new one is of
///                      a better format or comes from the same input
///   same text          one article. A text shorter than 200 letters must have a title, the same one, too
///   nearly the same    the same cluster: four fifths of their passages are shared (see nearly_same())
/// An article that is in the index under its own id remains the one that its copies are copies of.
/// Deterministic. Memory: some 100 bytes a meeting.
Settlement settle(const std::vector<Meeting>& meetings, const SettlementSources& sources);

}  // namespace fihrist
