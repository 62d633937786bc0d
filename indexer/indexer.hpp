// SPDX-License-Identifier: GPL-3.0-or-later
// One run of indexing: from paths to a committed index and an honest report.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/coverage.hpp"
#include "indexer/readers/reader.hpp"

namespace fihrist {

struct IndexRequest {
  std::filesystem::path archive;   ///< the archive directory; made when it is not there
  std::vector<std::string> paths;  ///< files and folders; "-" is standard input
  std::string format = "auto";     ///< or the name of a reader
  std::string source;              ///< for articles that name none; empty: none
  bool prune = false;              ///< remove articles of these inputs that were not met again
  bool dry_run = false;            ///< report only; nothing is written
  unsigned jobs = 0;               ///< threads that read and analyse; 0: as many as the machine has
  double max_reject_ratio = 1.0;   ///< above it nothing is committed: Error(expectation)
  bool explain_skips = false;      ///< keep the reason of every skipped file, not only the first of a kind
  /// Articles that are read, and seldom more that are analysed, until a run that is killed would go on behind
  /// them.
  std::uint64_t checkpoint_every = 10'000;
  /// Between two tellings of progress while it reads or analyses; none: for each article.
  std::chrono::milliseconds progress_every{100};
  /// A Hunspell dictionary of Arabic that helps to stem the words of small archives; nothing when it is not
  /// there.
  std::filesystem::path dictionary;
};

/// What a run did. Articles met = added + updated + unchanged + skipped; records refused are apart.
struct IndexReport {
  std::uint64_t added = 0, updated = 0, unchanged = 0, removed = 0;
  std::uint64_t skipped = 0;  ///< read well, but not an article of its own: a copy, a tombstone
  std::uint64_t rejected = 0;
  std::uint64_t articles = 0;  ///< in the index after the run
  std::uint64_t bytes_read = 0;
  double seconds = 0;
  std::map<std::string, std::uint64_t> warnings;  ///< "no_date", "no_author", "no_title", "replaced_bytes"
  std::vector<FormatCoverage> formats;
  struct SiteLines {
    std::uint64_t learned = 0;   ///< lines that the archive's pages are known to have in common
    std::uint64_t articles = 0;  ///< added or updated, that hold some
    std::uint64_t lines = 0;     ///< of those
  } site_lines;
  std::uint64_t near_copies = 0;   ///< added, updated or unchanged, that share a cluster with another article
  bool resumed = false;            ///< went on where an earlier run was cut short
  std::vector<Reject> rejects;     ///< the first 100; all are in rejects.jsonl
  std::vector<std::string> notes;  ///< skipped things with their reason, for people
  bool interrupted = false;        ///< stopped early; what is counted is committed
};

struct IndexProgress {
  std::uint64_t articles = 0;  ///< met so far
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_total = 0;  ///< 0 when unknown (standard input)
  std::string current;            ///< title or path at hand; empty while writing
  bool comparing = false;         ///< once all was read: articles that may be nearly the same are compared
  std::uint64_t analysed = 0;     ///< of what was read, once all was compared
  std::uint64_t to_analyse = 0;   ///< 0 while reading
  std::uint64_t written = 0;      ///< of what is new or changed, once all was analysed
  std::uint64_t to_write = 0;     ///< 0 before
};

/// Called from the calling thread, about ten times a second and behind each checkpoint while reading,
/// every few thousand articles while writing.
using ProgressCallback = std::function<void(const IndexProgress&)>;

/// Runs it: reads everything, judges what is one and the same and what is a site's own, analyses, writes.
/// Every path is looked at before anything is read: a missing one is Error(failed) and nothing changes. When
/// `stop` becomes true the run ends after the article at hand and commits what it has. What the report says
/// is durable when the call returns. The result does not depend on `jobs`. Throws Error: failed, locked,
/// mismatch, damaged, expectation, usage (unknown format).
IndexReport run_index(const IndexRequest& request, const ProgressCallback& progress = {},
                      const std::atomic<bool>* stop = nullptr);

/// As `index --json` prints it (docs/commands.md).
std::string to_json(const IndexReport& report);

/// Removes one article by id or URL. False when there is none. With `forever` it leaves a tombstone, so
/// that no later run brings it back. Throws Error.
bool remove_article(const std::filesystem::path& archive, const std::string& id_or_url, bool forever,
                    const std::string& reason);

}  // namespace fihrist
