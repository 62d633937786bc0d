// SPDX-License-Identifier: GPL-3.0-or-later
// The second pass of a run: what is to be indexed, compared, analysed and put in the spool of prepared
// articles.
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "indexer/checkpoint.hpp"
#include "indexer/examination.hpp"
#include "indexer/indexer.hpp"
#include "indexer/run_state.hpp"

namespace fihrist {

struct AnalysisPlan {
  const IndexRequest& request;
  unsigned jobs = 1;
  std::function<Examiner()> make_examiner;  ///< one a thread
  const ProgressCallback& progress;
  const std::atomic<bool>* stop = nullptr;
  const CheckpointFile* checkpoints = nullptr;  ///< null: nothing is kept for a run that is cut short
  Checkpoint resume = {};                       ///< what is analysed already, and how far reading came
};

/// Takes the meetings that are kept, in their order. When it is stopped the others are left for the next run,
/// and IndexReport::interrupted is set.
void analyse_kept(const AnalysisPlan& plan, RunState& state);

}  // namespace fihrist
