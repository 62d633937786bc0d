// SPDX-License-Identifier: GPL-3.0-or-later
// How far a run had come, so that one that is killed need not begin again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input_walk.hpp"
#include "indexer/spool.hpp"
#include "schema/lexicon.hpp"
#include "schema/mined_names.hpp"

namespace fihrist {

/// Behind how many deliveries of which file the read spool ends.
struct ReadingPlace {
  std::uint32_t file = 0;
  std::uint64_t deliveries = 0;
  std::uint64_t spool_bytes = 0;
  bool complete = false;  ///< everything was read
};

/// How many of the kept articles are analysed, and where the spool of prepared ones ends.
struct AnalysisPlace {
  std::uint64_t articles = 0;
  std::vector<SpoolPart> parts;
  std::uint64_t pieces = 0;  ///< of the lexicon
};

struct Checkpoint {
  ReadingPlace reading;
  AnalysisPlace analysis;
};

/// The file `spool/checkpoint` and, beside it, what analysis had learned by then. Each version replaces the
/// one before when it is durable as a whole. It counts for one run only: the same inputs, of the same sizes
/// and times, with the same options, tombstones and program, on the index as it is.
class CheckpointFile {
 public:
  CheckpointFile(std::filesystem::path directory, std::string run)
      : directory_(std::move(directory)), run_(std::move(run)) {}

  /// Nothing when there is none, or one of another run.
  std::optional<Checkpoint> load() const;
  void save(const Checkpoint& checkpoint) const;

  /// Lexicon and names as they are behind so many analysed articles; to be called before save().
  void save_words(std::uint64_t articles, const Lexicon& lexicon, const MinedNames& names) const;
  void load_words(const AnalysisPlace& place, Lexicon& lexicon, MinedNames& names) const;

  /// Empties the directory.
  void remove() const;

 private:
  std::filesystem::path directory_;
  std::string run_;
};

/// Size and time of a file; empty when there is none.
std::string stamp_of(const std::filesystem::path& file);

/// What a CheckpointFile is for: `more` is whatever else the result depends on. Nothing when an input cannot
/// be read a second time, as standard input.
std::optional<std::string> run_name(const InputWalk& walk, const std::vector<std::string>& more);

}  // namespace fihrist
