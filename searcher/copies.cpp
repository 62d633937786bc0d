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

std::string cluster_of(const Xapian::Database& database, Xapian::docid document) {
  return database.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(cluster_slot);
}

Xapian::Query in_cluster(const std::string& cluster) {
  return {Xapian::Query::OP_VALUE_RANGE, cluster_slot, cluster, cluster};
}

/// Every match is looked at, so that the numbers are exact.
Xapian::MSet all_matches(const Xapian::Database& database, const Xapian::Query& query, bool collapse) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(NoWeight());
  if (collapse) enquire.set_collapse_key(cluster_slot);
  return enquire.get_mset(0, 0, std::max(1U, database.get_doccount()));
}

}  // namespace

std::vector<RankedMatch> without_copies(const Xapian::Database& database,
                                        const std::vector<RankedMatch>& matches, std::size_t wanted) {
  std::vector<RankedMatch> shown;
  std::unordered_set<std::string> met;
  for (auto match = matches.begin(); match != matches.end() && shown.size() < wanted; ++match) {
    const std::string cluster = cluster_of(database, match->document);
    if (cluster.empty() || met.insert(cluster).second) shown.push_back(*match);
  }
  return shown;
}

std::uint64_t copies_of(const Xapian::Database& database, const Xapian::Query& query,
                        Xapian::docid document) {
  const std::string cluster = cluster_of(database, document);
  if (cluster.empty()) return 0;
  const auto matches = all_matches(database, {Xapian::Query::OP_FILTER, query, in_cluster(cluster)}, false)
                           .get_matches_estimated();
  return matches > 0 ? matches - 1 : 0;
}

Xapian::Query cluster_filter(const Xapian::Database& database, const std::string& id) {
  const auto document = document_of(database, id);
  if (!document) return Xapian::Query::MatchNothing;
  const std::string cluster = cluster_of(database, *document);
  if (!cluster.empty()) return in_cluster(cluster);
  return {Xapian::Query::OP_OR, term_filter(database, term_of(Field::id, id)),
          term_filter(database, term_of(Field::other_id, id))};
}

std::uint64_t copies_among(const Xapian::Database& database, const Xapian::Query& query) {
  if (database.get_value_freq(cluster_slot) == 0) return 0;
  const Xapian::Query clustered(Xapian::Query::OP_VALUE_GE, cluster_slot, std::string(1, '\0'));
  const Xapian::MSet matches = all_matches(database, {Xapian::Query::OP_FILTER, query, clustered}, true);
  return matches.get_uncollapsed_matches_estimated() - matches.get_matches_estimated();
}

}  // namespace fihrist
