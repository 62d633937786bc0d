// SPDX-License-Identifier: GPL-3.0-or-later
// Checksums of a generation's files, because a Xapian database has none: most flipped bits would be read as
// they are.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fihrist {

/// In each generation lies a file `sha256sums`, as sha256sum(1) writes and checks it, over the files of the
/// database. While a generation is changed in place it says so instead.
inline constexpr const char* seal_file = "sha256sums";

/// Beside the database may lie how many bytes its generation had when it was built, in digits
/// (indexer/generation_growth.hpp). It has its checksum too.
inline constexpr const char* size_file = "built-bytes";

/// Writes the checksums of a finished generation. Durable when it returns. Throws Error(failed).
void seal(const std::filesystem::path& generation);

/// Says that the files are about to change. Durable when it returns, so that a run that dies later leaves no
/// checksums that are wrong. Throws Error(failed).
void break_seal(const std::filesystem::path& generation);

struct SealedFile {
  std::string name;
  std::string fault;  ///< "is missing", "has other bytes than were written", …; empty: sound
};

struct SealReport {
  enum class State {
    sealed,  ///< the files were compared
    broken,  ///< the generation is being changed, or the run that changed it was interrupted
    absent,  ///< there are no checksums, or none that can be read
  };
  State state = State::absent;
  std::vector<SealedFile> files;  ///< of the seal, then those that it does not know
  std::uint64_t bytes = 0;        ///< that were read

  bool is_sound() const;
};

/// Reads every file. Throws Error(failed) for a file that is there and cannot be read.
SealReport check_seal(const std::filesystem::path& generation);

/// For those who are about to write on a generation, and seal it again: damage would be sealed with it.
/// Throws Error(damaged) unless the seal holds, or is broken because a run was interrupted.
void refuse_damage(const std::filesystem::path& generation);

}  // namespace fihrist
