// SPDX-License-Identifier: GPL-3.0-or-later
// The first pass of a run: every input read, and what it holds put in the read spool.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>

#include "indexer/checkpoint.hpp"
#include "indexer/indexer.hpp"
#include "indexer/run_state.hpp"
#include "indexer/tombstones.hpp"

namespace fihrist {

struct IntakePlan {
  const IndexRequest& request;
  const Tombstones& tombstones;
  unsigned jobs = 1;
  const ProgressCallback& progress;
  const std::atomic<bool>* stop = nullptr;
  CheckpointFile* checkpoints = nullptr;  ///< null: nothing is kept for a run that is cut short
  ReadingPlace resume = {};               ///< where to go on; what is before it is in the read spool
};

/// Reads state.walk.files in their order. Records and files that fail are rejected and the next one is
/// read; only the archive's own side throws. Sets IndexReport::interrupted when it was stopped.
void take_in(const IntakePlan& plan, RunState& state);

}  // namespace fihrist
