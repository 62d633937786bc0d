// SPDX-License-Identifier: GPL-3.0-or-later
// What the second pass of a run has to write.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/spool.hpp"
#include "schema/lexicon.hpp"
#include "schema/manifest.hpp"
#include "schema/mined_names.hpp"

namespace fihrist {

/// All of it, plain; the writers only read it.
struct Changes {
  const Spool& spool;
  const std::vector<bool>& superseded;  ///< by entry: not to be written
  /// Origins of an entry besides the one it was read from.
  const std::map<std::uint32_t, std::vector<std::string>>& more_origins;
  const Lexicon& lexicon;                   ///< complete, with stems
  const std::vector<std::string>& removed;  ///< id terms
  /// Documents that stay as they are but for an origin: id term, origin term.
  const std::vector<std::pair<std::string, std::string>>& origins_added;
  const std::vector<std::pair<std::string, std::string>>& origins_dropped;

  const MinedNames* names = nullptr;  ///< none: as they were

  /// Called behind each part with the number of its articles, from whichever thread wrote it.
  std::function<void(std::uint32_t)> part_written = {};

  const std::vector<std::string>& origins_of(std::uint32_t entry) const {
    static const std::vector<std::string> none;
    const auto found = more_origins.find(entry);
    return found == more_origins.end() ? none : found->second;
  }
  /// Reads the articles of one part that are to be written.
  template <typename Visit>
  void for_each_article(const SpoolPart& part, Visit&& visit) const {
    spool.read(part, [&](PreparedArticle&& article) {
      if (!superseded[article.entry]) visit(std::move(article));
    });
    if (part_written) part_written(part.articles);
  }
};

}  // namespace fihrist
