// SPDX-License-Identifier: GPL-3.0-or-later
// DIR/names.tsv: the names that the owner of an archive adds, and the spellings that are none.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// One row, spellings as they were written: Latin|Latin TAB Arabic|Arabic TAB flags, the columns of the
/// shipped table (analysis/tables/README.md), and one more flag: `removed`.
struct OwnName {
  std::vector<std::string> latin;
  std::vector<std::string> arabic;
  std::vector<std::string> ambiguous;  ///< of the spellings above, those that are also ordinary words
  bool removed = false;  ///< these spellings spell no name, whatever the program or the articles say
  friend bool operator==(const OwnName&, const OwnName&) = default;
};

/// The file, with its comments and its order. Spellings are compared folded.
class OwnNames {
 public:
  OwnNames() = default;
  /// Throws Error(failed) with `file` and the line that cannot be read.
  OwnNames(std::string_view text, const std::filesystem::path& file);

  std::vector<OwnName> rows() const;
  std::string text() const;

  /// The spellings become those of one name: of the row that has one of them already, else of a new one.
  /// What was removed of them is no longer.
  void add(const std::vector<std::string>& spellings, const std::vector<std::string>& ambiguous);
  /// Takes a spelling out of the rows of names; of a row that keeps a single spelling nothing stays. False
  /// when no row has it.
  bool take_out(const std::string& spelling);
  /// Adds a row that says that it spells no name.
  void forbid(const std::string& spelling);

 private:
  struct Line {
    std::string text;
    std::optional<OwnName> row;
  };
  bool drop(const std::string& spelling, bool removed);

  std::vector<Line> lines_;
};

/// No rows when there is no such file. Throws Error(failed).
OwnNames read_own_names(const std::filesystem::path& file);
/// Replaces the file at once; durable when it returns. Throws Error(failed).
void write_own_names(const std::filesystem::path& file, const OwnNames& names);

}  // namespace fihrist
