// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of an origin against the ledger of the run.
#include "indexer/prune.hpp"

#include <algorithm>
#include <set>

#include "indexer/examination.hpp"

namespace fihrist {
namespace {

bool contains(const std::vector<std::string>& terms, const std::string& term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

}  // namespace

Pruning prune(const IndexedArticles& index, const RunLedger& ledger,
              const std::vector<std::string>& origins) {
  std::set<std::uint32_t> vanished;
  for (const std::string& origin : origins)
    index.for_each(origin, [&](std::uint32_t docid) {
      if (!ledger.holds(index.id_term(docid))) vanished.insert(docid);
    });
  const std::vector<std::string> deleted = ledger.deleted();
  Pruning pruning;
  for (const std::uint32_t docid : vanished) {
    const std::string id_term = index.id_term(docid);
    if (std::binary_search(deleted.begin(), deleted.end(), id_term)) continue;
    const auto all = index.origins(docid);
    if (std::all_of(all.begin(), all.end(),
                    [&](const std::string& origin) { return contains(origins, origin); })) {
      pruning.removed.push_back(id_term);
      pruning.text_bytes += text_bytes(index.article(docid));
      continue;
    }
    for (const std::string& origin : all)
      if (contains(origins, origin)) pruning.origins_dropped.emplace_back(id_term, origin);
  }
  return pruning;
}

}  // namespace fihrist
