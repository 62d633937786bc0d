// SPDX-License-Identifier: GPL-3.0-or-later
// From the paths of a command line to the files that are read, in an order that never varies.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/readers/reader.hpp"
#include "indexer/skip_notes.hpp"

namespace fihrist {

/// One path of the command line: what --prune compares as a whole.
struct Origin {
  std::string name;   ///< canonical absolute path; of a stream the name of the source, else its path
  bool whole = true;  ///< false once something of it could not be read
};

struct InputFile {
  std::string path;        ///< as the operator wrote it, with what was found below; "-" for standard input
  std::size_t origin = 0;  ///< index into InputWalk::origins
  bool found = false;      ///< in a folder, not named
};

struct InputWalk {
  std::vector<Origin> origins;
  std::vector<InputFile> files;
  std::vector<Reject> unreadable;  ///< folders below the given ones that cannot be listed
  std::uint64_t bytes_total = 0;   ///< 0 when a stream is among them
};

struct WalkRequest {
  std::vector<std::string> paths;
  std::string source;             ///< names streams
  std::filesystem::path archive;  ///< the index itself, never read
};

/// Looks at every path first: one that is missing or unreadable is Error(failed). Standard input ("-") and a
/// path that is neither file nor folder are streams: pipes with a name, what a shell's `<(…)` stands for.
/// Folders are walked deeply, names in the order of their bytes; hidden files, links to folders, the «_files»
/// that browsers save beside a page, and what is in them and neither file nor folder, are passed over with a
/// note.
InputWalk walk_inputs(const WalkRequest& request, SkipNotes& notes);

}  // namespace fihrist
