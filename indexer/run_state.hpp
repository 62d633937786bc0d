// SPDX-License-Identifier: GPL-3.0-or-later
// What a run knows between reading and writing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/indexer.hpp"
#include "indexer/input_walk.hpp"
#include "indexer/rejects_file.hpp"
#include "indexer/run_ledger.hpp"
#include "indexer/skip_notes.hpp"
#include "indexer/spool.hpp"
#include "indexer/warning_tally.hpp"
#include "schema/lexicon.hpp"
#include "schema/mined_names.hpp"

namespace fihrist {

/// What must be taken back when a later version of the same article replaces an entry.
struct EntryAccount {
  std::int64_t text_bytes = 0;  ///< what it adds to the index
  std::uint32_t origin = 0;
  WarningTally::Set warnings = 0;
};

struct RunState {
  explicit RunState(const IndexRequest& request) : notes(request.explain_skips) {}

  IndexReport report;
  SkipNotes notes;
  InputWalk walk;
  std::optional<RejectsFile> rejects;  ///< none in a dry run
  RunLedger ledger;
  WarningTally warnings;
  Lexicon lexicon;
  MinedNames names;
  std::optional<Spool> spool;  ///< none in a dry run
  std::vector<EntryAccount> entries;
  std::map<std::uint32_t, std::vector<std::string>> more_origins;  ///< of entries
  std::vector<std::pair<std::string, std::string>>
      origins_added;  ///< to documents that stay: id term, origin term
  std::int64_t text_bytes_added = 0;
};

/// The term of Field::origin of an input.
std::string origin_term(const Origin& origin);

}  // namespace fihrist
