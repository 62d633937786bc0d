// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the index, and what only changes in it, for what a run met.
#pragma once

#include "indexer/indexed_articles.hpp"
#include "indexer/indexer.hpp"
#include "indexer/run_state.hpp"

namespace fihrist {

/// Adds to RunState::removed and RunState::edits: what its source deletes; copies of what the index has,
/// which learns their ids and origins; documents that turned out to be copies; and with --prune what
/// vanished.
void withdraw(const IndexRequest& request, const IndexedArticles& index, RunState& state);

}  // namespace fihrist
