// SPDX-License-Identifier: GPL-3.0-or-later
// The project's own files, as the checks of the house read them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// A file by its path below the top ("web/server.hpp") and its lines without line ends.
struct SourceFile {
  std::string path;
  std::vector<std::string> lines;

  std::string_view room() const;       ///< first folder of the path; empty at the top
  std::string_view extension() const;  ///< with its dot; empty when there is none
  bool is_cpp() const { return extension() == ".cpp" || extension() == ".hpp"; }
};

/// Every text file of the project, sorted by path: without builds, archives and what npm brings.
const std::vector<SourceFile>& source_tree();

}  // namespace fihrist
