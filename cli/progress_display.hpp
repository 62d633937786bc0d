// SPDX-License-Identifier: GPL-3.0-or-later
// Progress of a run: a bar that is redrawn on a terminal, a line every ten seconds in a pipe.
#pragma once

#include <chrono>
#include <string>

#include "cli/console.hpp"
#include "indexer/indexer.hpp"

namespace fihrist {

/// "[####------]  41%  8,954 articles  1,420/s  3 s left  <what is at hand>", within `columns` cells. The
/// share is of bytes; without a total there is no bar.
std::string progress_bar(const IndexProgress& progress, double seconds, unsigned columns);

/// The same as a sentence of its own, for logs.
std::string progress_sentence(const IndexProgress& progress, double seconds);

/// Draws on Console::err; the bar is wiped when the display goes out of scope.
class ProgressDisplay {
 public:
  explicit ProgressDisplay(const Console& console);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  void show(const IndexProgress& progress);
  void wipe();

 private:
  using Clock = std::chrono::steady_clock;
  const Console& console_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_line_ = begin_;
  bool drawn_ = false;
};

}  // namespace fihrist
