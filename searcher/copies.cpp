// SPDX-License-Identifier: GPL-3.0-or-later
// Clusters by their value slot.
#include "searcher/copies.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "schema/fields.hpp"
#include "searcher/hits.hpp"
#include "searcher/unweighted.hpp"

namespace fihrist {
namespace {

constexpr auto cluster_slot = static_cast<Xapian::valueno>(Slot::cluster);

std::string cluster_of(const IndexView& index, Xapian::docid document) {
  return index.shards ? index.shards->value(index.database, document, Slot::cluster)
                      : index.document(document).get_value(cluster_slot);
}

Xapian::Query in_cluster(const std::string& cluster) {
  return {Xapian::Query::OP_VALUE_RANGE, cluster_slot, cluster, cluster};
}

/// Every match is looked at, so that the numbers are exact.
Xapian::MSet all_matches(const IndexView& index, const Xapian::Query& query, Xapian::MatchSpy* spy) {
  Xapian::Enquire enquire(index.database);
  enquire.set_query(query);
  weigh_nothing(index, enquire);
  if (spy) enquire.add_matchspy(spy);
  return enquire.get_mset(0, 0, std::max(1U, index.database.get_doccount()));
}

}  // namespace

std::vector<RankedMatch> without_copies(const IndexView& index, const std::vector<RankedMatch>& matches,
                                        std::size_t wanted) {
  if (index.shards) {
    std::vector<Xapian::docid> documents;
    for (const RankedMatch& match : matches) documents.push_back(match.document);
    index.shards->read(index.database, documents, Slot::cluster);
  }
  std::vector<RankedMatch> shown;
  std::unordered_set<std::string> met;
  for (std::size_t i = 0; i < matches.size() && shown.size() < wanted; ++i) {
    const std::string cluster = cluster_of(index, matches[i].document);
    if (cluster.empty() || met.insert(cluster).second) shown.push_back(matches[i]);
  }
  return shown;
}

std::uint64_t copies_of(const IndexView& index, const Xapian::Query& query, Xapian::docid document) {
  const std::string cluster = cluster_of(index, document);
  if (cluster.empty()) return 0;
  const auto matches = all_matches(index, {Xapian::Query::OP_FILTER, query, in_cluster(cluster)}, nullptr)
                           .get_matches_estimated();
  return matches > 0 ? matches - 1 : 0;
}

Xapian::Query cluster_filter(const IndexView& index, const std::string& id) {
  const auto document = document_of(index.database, id);
  if (!document) return Xapian::Query::MatchNothing;
  const std::string cluster = cluster_of(index, *document);
  if (!cluster.empty()) return in_cluster(cluster);
  return {Xapian::Query::OP_OR, term_filter(index, term_of(Field::id, id)),
          term_filter(index, term_of(Field::other_id, id))};
}

std::uint64_t copies_among(const IndexView& index, const Xapian::Query& query) {
  if (index.database.get_value_freq(cluster_slot) == 0) return 0;
  const Xapian::Query clustered(Xapian::Query::OP_VALUE_GE, cluster_slot, std::string(1, '\0'));
  // Articles of one cluster may lie in several shards, so counting is left to what adds up over them.
  Xapian::ValueCountMatchSpy clusters(cluster_slot);
  all_matches(index, {Xapian::Query::OP_FILTER, query, clustered}, &clusters);
  std::uint64_t copies = 0;
  for (auto cluster = clusters.values_begin(); cluster != clusters.values_end(); ++cluster)
    copies += cluster.get_termfreq() - 1;
  return copies;
}

}  // namespace fihrist
