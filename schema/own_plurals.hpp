// SPDX-License-Identifier: GPL-3.0-or-later
// DIR/plurals.tsv: the plurals that the owner of an archive adds or forbids.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fihrist {

/// One row: «خرطوشة TAB خراطيش|خرطوشات», or with «-» in front a pair that must not be joined, whether the
/// program ships it or the archive taught it. Words as they were written in the file.
struct OwnPlural {
  std::string singular;
  std::vector<std::string> plurals;
  bool forbidden = false;
  friend bool operator==(const OwnPlural&, const OwnPlural&) = default;
};

/// None when there is no such file. Lines that are empty or begin with #, and a third column that does, are
/// passed over.
/// Throws Error(failed) with file and line for a row that cannot be read.
std::vector<OwnPlural> read_own_plurals(const std::filesystem::path& file);

/// Replaces the file at once, durable when it returns. Throws Error(failed).
void write_own_plurals(const std::filesystem::path& file, const std::vector<OwnPlural>& rows);

}  // namespace fihrist
