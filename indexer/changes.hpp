// SPDX-License-Identifier: GPL-3.0-or-later
// What the last pass of a run has to write.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/spool.hpp"
#include "schema/learned_lines.hpp"
#include "schema/lexicon.hpp"
#include "schema/manifest.hpp"
#include "schema/mined_names.hpp"

namespace fihrist {

/// What changes of a document whose article stays as it is.
struct DocumentEdit {
  std::string id_term;
  std::vector<std::string> added_terms;  ///< boolean
  std::vector<std::string> removed_terms;
  std::optional<std::uint64_t> cluster;
};

/// All of it, plain; the writers only read it.
struct Changes {
  const Spool& spool;
  const Lexicon& lexicon;                   ///< complete, with stems
  const std::vector<std::string>& removed;  ///< id terms
  const std::vector<DocumentEdit>& edits;

  const MinedNames* names = nullptr;         ///< none: as they were
  const LearnedLines* site_lines = nullptr;  ///< none: as they were

  /// Called behind each part with the number of its articles, from whichever thread wrote it.
  std::function<void(std::uint32_t)> part_written = {};

  /// Reads the articles of one part.
  template <typename Visit>
  void for_each_article(const SpoolPart& part, Visit&& visit) const {
    spool.read(part, visit);
    if (part_written) part_written(part.articles);
  }
};

}  // namespace fihrist
