// SPDX-License-Identifier: GPL-3.0-or-later
// The shared side of an archive: one loaded state for all searchers. Internal to this room.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "schema/archive_layout.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/archive_state.hpp"
#include "searcher/ranking_options.hpp"
#include "searcher/searcher.hpp"
#include "searcher/served_generation.hpp"
#include "searcher/shard_watch.hpp"

namespace fihrist {

struct Archive::Body {
  Body(const std::filesystem::path& directory, const RankingOptions& ranking, const ShardOptions& shards)
      : layout(directory), options(ranking), own_(read_own_words(layout)) {
    if (!shards.addresses.empty()) watch.emplace(shards);
  }

  /// The state that this database shows, or a newer one of its generation: words keep their numbers, so a
  /// newer lexicon reads older articles. The first to see a commit loads it, the others wait for that.
  std::shared_ptr<const ArchiveState> state_of(const std::filesystem::path& generation,
                                               const Xapian::Database& database);

  /// Loads the state anew, whatever was loaded before, with what its owner wrote meanwhile.
  void refresh();
  /// Raised by refresh().
  std::uint64_t edition() const noexcept { return edition_; }

  const ArchiveLayout layout;
  const RankingOptions options;
  std::optional<ShardWatch> watch;  ///< nothing: the index lies in the directory

 private:
  std::shared_ptr<const ArchiveState> load(const std::filesystem::path& generation,
                                           const Xapian::Database& database, Manifest manifest,
                                           const OwnWords& own) const;

  std::mutex mutex_;
  /// Read at the opening and by refresh() alone: a mistake in those files stops no searcher at a commit.
  OwnWords own_;
  std::shared_ptr<const ArchiveState> latest_;
  std::atomic<std::uint64_t> edition_ = 0;
};

}  // namespace fihrist
