// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie in an archive directory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fihrist {

/// DIR/fihrist.toml          settings, every key commented
/// DIR/index/gen-000001/     one generation: a Xapian database and its checksums (schema/seal.hpp)
/// DIR/index/current         names the generation that is served, one line; replaced by rename
/// DIR/index/lock            held (flock) by the one process that writes
/// DIR/spool/                what a run is reading; empty between runs
/// DIR/rejects.jsonl         records of the last run that were refused
/// DIR/tombstones            ids that no run may bring back
/// DIR/names.tsv             spellings of names that the owner adds or removes
/// DIR/plurals.tsv           plurals that the owner adds or forbids
class ArchiveLayout {
 public:
  explicit ArchiveLayout(std::filesystem::path directory) : directory_(std::move(directory)) {}

  const std::filesystem::path& directory() const noexcept { return directory_; }
  std::filesystem::path config() const { return directory_ / "fihrist.toml"; }
  std::filesystem::path index() const { return directory_ / "index"; }
  std::filesystem::path current() const { return index() / "current"; }
  std::filesystem::path lock() const { return index() / "lock"; }
  std::filesystem::path spool() const { return directory_ / "spool"; }
  std::filesystem::path rejects() const { return directory_ / "rejects.jsonl"; }
  std::filesystem::path plurals() const { return directory_ / "plurals.tsv"; }
  std::filesystem::path names() const { return directory_ / "names.tsv"; }
  std::filesystem::path tombstones() const { return directory_ / "tombstones"; }

  /// The generation that is served; nothing when there is none yet. Throws Error(damaged) when `current`
  /// names a directory that is not there.
  std::optional<std::filesystem::path> current_generation() const;
  /// All finished ones, oldest first.
  std::vector<std::filesystem::path> generations() const;
  /// A directory name that no generation has yet; nothing is created.
  std::filesystem::path next_generation() const;
  /// Makes a finished generation the served one: durable when it returns (the file, then its directory,
  /// are synced). Throws Error(failed).
  void publish(const std::filesystem::path& generation) const;

 private:
  std::filesystem::path directory_;
};

/// 12 for ".../gen-000012"; 0 for any other path. Never used twice as long as the generation is kept.
std::uint64_t number_of_generation(const std::filesystem::path& generation);

}  // namespace fihrist
