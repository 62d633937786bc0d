// SPDX-License-Identifier: GPL-3.0-or-later
// What --prune takes out: articles of an input that are no longer in it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/indexed_articles.hpp"
#include "indexer/run_ledger.hpp"

namespace fihrist {

struct Pruning {
  std::vector<std::string> removed;  ///< id terms
  std::uint64_t text_bytes = 0;      ///< of those
  /// An article that other inputs hold too only loses this one: id term, origin term.
  std::vector<std::pair<std::string, std::string>> origins_dropped;
};

/// `origins` are the terms of inputs that were read whole; the ledger has all that was met in them.
Pruning prune(const IndexedArticles& index, const RunLedger& ledger, const std::vector<std::string>& origins);

}  // namespace fihrist
