// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a run that gave no article, one JSON object a line.
#pragma once

#include <filesystem>
#include <fstream>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// Written aside while the run reads, and put in place at its end: nobody ever sees half of it, not after a
/// power cut either.
class RejectsFile {
 public:
  /// Throws away what a run that was killed left.
  explicit RejectsFile(std::filesystem::path file);
  ~RejectsFile();  ///< what was not put in place is thrown away
  RejectsFile(const RejectsFile&) = delete;
  RejectsFile& operator=(const RejectsFile&) = delete;

  void add(const Reject& reject);
  /// Replaces the file of the run before, or removes it when this run refused nothing. Throws Error(failed).
  void put_in_place();

 private:
  std::filesystem::path draft() const;

  std::filesystem::path file_;
  std::ofstream lines_;
  bool any_ = false;
};

}  // namespace fihrist
