// SPDX-License-Identifier: GPL-3.0-or-later
// The names that one archive knows: shipped with the program, met in its articles, written by its owner.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/word_tables.hpp"
#include "schema/mined_names.hpp"
#include "schema/own_names.hpp"

namespace fihrist {

/// What an archive adds to the shipped table.
struct ArchiveNames {
  std::vector<MinedName> mined;  ///< certain and uncertain
  std::vector<OwnName> own;
};

enum class NameSource : std::uint8_t { shipped, mined, own };

struct SourcedSpelling {
  NameSpelling spelling;
  NameSource source = NameSource::shipped;
};

/// The spellings of one name.
using SourcedName = std::vector<SourcedSpelling>;

/// All names together. A certain mined pair adds its unknown spelling to the name that has the other, or is a
/// name by itself; it never joins two names. A spelling that the owner removed is of no shipped or mined
/// name. An own row joins the names that have one of its spellings and adds its own; whether these are
/// ambiguous, the row alone says.
std::vector<SourcedName> names_together(const WordTables& tables, const ArchiveNames& names);

/// Of an archive directory: what the served generation mined, and DIR/names.tsv. Throws Error: failed (no
/// index there yet, a row that cannot be read), damaged.
ArchiveNames read_archive_names(const std::filesystem::path& archive);

/// A pair that may be one name; a person must look.
struct NameSuggestion {
  std::string latin;
  std::string arabic;
  bool side_by_side =
      false;                ///< in an article; else the archive's word sounds like a spelling of a known name
  std::uint32_t times = 0;  ///< side by side, or articles that hold the Arabic word
  std::string article;      ///< id of one
};

/// Uncertain mined pairs, then words that may be further Arabic spellings of known names; what the archive
/// joins already is not among them. The most frequent first within both. Throws Error as above.
std::vector<NameSuggestion> suggest_names(const std::filesystem::path& archive);

}  // namespace fihrist
