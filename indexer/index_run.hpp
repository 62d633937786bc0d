// SPDX-License-Identifier: GPL-3.0-or-later
// One run between its lock and its report, step by step.
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "analysis/analyzer.hpp"
#include "indexer/checkpoint.hpp"
#include "indexer/indexed_articles.hpp"
#include "indexer/indexer.hpp"
#include "indexer/run_state.hpp"
#include "indexer/tombstones.hpp"
#include "indexer/word_dictionary.hpp"
#include "schema/archive_layout.hpp"

namespace fihrist {

/// The steps of run_index(), to be called in the order in which they stand here.
class IndexRun {
 public:
  /// Opens what the archive holds already. Throws Error.
  IndexRun(const IndexRequest& request, RunState& state);

  ~IndexRun();
  IndexRun(const IndexRun&) = delete;
  IndexRun& operator=(const IndexRun&) = delete;

  void read(const ProgressCallback& progress, const std::atomic<bool>* stop);
  /// Throws Error(expectation) when too much was rejected. Nothing is committed before.
  void judge_rejects() const;
  /// Finds what is one article, what is nearly so, and which lines are a site's.
  void settle(const ProgressCallback& progress);
  void analyse(const ProgressCallback& progress, const std::atomic<bool>* stop);
  /// Finds what is to be removed.
  void compare();
  /// Writes what changed, or nothing at all.
  void write(const ProgressCallback& progress);
  void complete_report();

 private:
  void open_spools();
  bool counts_as_page(MeetingNumber number) const;
  void note_others();
  bool changes_anything() const;
  WordDictionary dictionary() const;
  std::function<void(std::uint32_t)> tell_progress(const ProgressCallback& progress) const;
  bool fits_a_new_generation() const;
  bool only_adds() const;
  Manifest next_manifest() const;
  std::uint64_t articles_after() const;

  const IndexRequest& request_;
  RunState& state_;
  ArchiveLayout layout_;
  unsigned jobs_;
  Analyzer analyzer_;
  Tombstones tombstones_;
  std::optional<std::filesystem::path> generation_;
  std::optional<IndexedArticles> index_;
  LearnedLines known_site_lines_;
  std::size_t known_words_ = 0;
  std::optional<CheckpointFile> checkpoints_;
  Checkpoint resume_;
};

}  // namespace fihrist
