// SPDX-License-Identifier: GPL-3.0-or-later
// The narrow gate of a run: examined articles pass it one by one, in the order of the input.
#pragma once

#include "indexer/examination.hpp"
#include "indexer/run_state.hpp"

namespace fihrist {

/// Counts what becomes of each article, enters its words in the lexicon and puts it in the spool. All that
/// depends on the order of articles happens here, on one thread.
class Admission {
 public:
  explicit Admission(RunState& state) : state_(state) {}

  void admit(Examined&& examined);
  /// Of an article that was analysed, counted and put in the spool before the run was cut short.
  void admit_again(Examined&& examined);
  std::uint64_t admitted() const noexcept { return admitted_; }

 private:
  Outcome count(const Examined& examined);
  void tell_found(const Examined& examined);
  void edit(const Examined& examined);
  PreparedArticle prepare(const Examined& examined, Outcome outcome);

  RunState& state_;
  std::uint64_t admitted_ = 0;
};

}  // namespace fihrist
