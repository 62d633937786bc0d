// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of an origin against what the run met.
#include "indexer/prune.hpp"

#include <algorithm>
#include <set>

#include "indexer/examination.hpp"

namespace fihrist {

Pruning prune(const IndexedArticles& index, const std::vector<std::string>& origins,
              const std::function<bool(std::uint32_t docid)>& was_met) {
  const auto is_pruned = [&](const std::string& origin) {
    return std::find(origins.begin(), origins.end(), origin) != origins.end();
  };
  std::set<std::uint32_t> vanished;
  for (const std::string& origin : origins)
    index.for_each(origin, [&](std::uint32_t docid) {
      if (!was_met(docid)) vanished.insert(docid);
    });
  Pruning pruning;
  for (const std::uint32_t docid : vanished) {
    const auto all = index.origins(docid);
    if (std::all_of(all.begin(), all.end(), is_pruned)) {
      pruning.removed.push_back(index.id_term(docid));
      pruning.text_bytes += text_bytes(index.article(docid));
      continue;
    }
    DocumentEdit edit{.id_term = index.id_term(docid)};
    std::copy_if(all.begin(), all.end(), std::back_inserter(edit.removed_terms), is_pruned);
    pruning.edits.push_back(std::move(edit));
  }
  return pruning;
}

}  // namespace fihrist
