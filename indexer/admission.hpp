// SPDX-License-Identifier: GPL-3.0-or-later
// The narrow gate of a run: examined articles pass it one by one, in the order of the input.
#pragma once

#include "indexer/examination.hpp"
#include "indexer/run_state.hpp"

namespace fihrist {

/// Decides what becomes of each article, enters its words in the lexicon and puts it in the spool. All that
/// depends on the order of articles happens here, on one thread.
class Admission {
 public:
  explicit Admission(RunState& state) : state_(state) {}

  void admit(Examined&& examined);

 private:
  void admit_article(const Examined& examined);
  void admit_deletion(const Examined& examined);
  void note_copy(const Examined& examined, const RunLedger::Ruling& ruling);
  void take_back(std::uint32_t entry);
  void keep(const Examined& examined, const RunLedger::Ruling& ruling);
  PreparedArticle prepare(const Examined& examined, const RunLedger::Ruling& ruling);

  RunState& state_;
  std::unordered_set<std::uint64_t> texts_;  ///< hashes of what was kept
};

}  // namespace fihrist
