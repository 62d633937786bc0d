// SPDX-License-Identifier: GPL-3.0-or-later
// What a run knows between its steps.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/changes.hpp"
#include "indexer/coverage.hpp"
#include "indexer/indexer.hpp"
#include "indexer/input_walk.hpp"
#include "indexer/listed_pages.hpp"
#include "indexer/meeting.hpp"
#include "indexer/outcomes.hpp"
#include "indexer/read_spool.hpp"
#include "indexer/rejects_file.hpp"
#include "indexer/settlement.hpp"
#include "indexer/site_line_study.hpp"
#include "indexer/skip_notes.hpp"
#include "indexer/spool.hpp"
#include "indexer/warning_tally.hpp"
#include "schema/learned_lines.hpp"
#include "schema/lexicon.hpp"
#include "schema/mined_names.hpp"

namespace fihrist {

struct RunState {
  explicit RunState(const IndexRequest& request) : notes(request.explain_skips) {}

  IndexReport report;
  SkipNotes notes;
  InputWalk walk;
  std::optional<RejectsFile> rejects;  ///< none in a dry run

  // What reading gives.
  std::optional<ReadSpool> read;
  std::optional<SiteLineStudy> study;
  std::vector<Meeting> meetings;
  ListedPages listed;
  Coverage coverage;

  // What is judged of all of it.
  Settlement settlement;
  LearnedLines site_lines;

  // What analysing gives.
  OutcomeCounts outcomes;
  WarningTally warnings;
  Lexicon lexicon;
  MinedNames names;
  std::optional<Spool> spool;        ///< none in a dry run
  std::vector<DocumentEdit> edits;   ///< to documents that stay
  std::vector<std::string> removed;  ///< id terms of documents that go
  std::uint64_t taken_places = 0;    ///< of those, the ones whose place an updated article takes
  std::int64_t text_bytes_added = 0;
};

/// The term of Field::origin of an input.
std::string origin_term(const Origin& origin);

}  // namespace fihrist
