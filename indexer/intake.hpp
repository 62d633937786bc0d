// SPDX-License-Identifier: GPL-3.0-or-later
// The first pass of a run: every input read, examined and admitted.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>

#include "indexer/examination.hpp"
#include "indexer/indexer.hpp"
#include "indexer/run_state.hpp"

namespace fihrist {

struct IntakePlan {
  const IndexRequest& request;
  unsigned jobs = 1;
  std::function<Examiner()> make_examiner;  ///< one a thread
  const ProgressCallback& progress;
  const std::atomic<bool>* stop = nullptr;
};

/// Reads state.walk.files in their order. Records and files that fail are rejected and the next one is
/// read; only the index's own side throws. Sets IndexReport::interrupted when it was stopped.
void take_in(const IntakePlan& plan, RunState& state);

}  // namespace fihrist
