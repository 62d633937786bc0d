// SPDX-License-Identifier: GPL-3.0-or-later
// What --prune takes out: articles of an input that are no longer in it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/changes.hpp"
#include "indexer/indexed_articles.hpp"

namespace fihrist {

struct Pruning {
  std::vector<std::string> removed;  ///< id terms
  std::uint64_t text_bytes = 0;      ///< of those
  std::vector<DocumentEdit> edits;   ///< an article that other inputs hold too only loses this one
};

/// `origins` are the terms of inputs that were read whole; `was_met` tells of a document, by its own id term
/// and its other ones, whether the run met it in them.
Pruning prune(const IndexedArticles& index, const std::vector<std::string>& origins,
              const std::function<bool(std::uint32_t docid)>& was_met);

}  // namespace fihrist
