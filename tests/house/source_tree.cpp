// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the source folder once and keeps it.
#include "tests/house/source_tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "tests/project_top.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;

/// What a clone does not have, .gitignore's folders among them, and the repository itself.
bool is_foreign(const fs::path& folder) {
  constexpr std::array<std::string_view, 7> names{".git",         "build",  "archive",    "demo",
                                                  "node_modules", ".cache", "__pycache__"};
  return std::ranges::find(names, folder.filename().string()) != names.end();
}

bool is_text(const fs::path& path) {
  constexpr std::array<std::string_view, 9> binary{".png", ".jpg", ".ico", ".woff2", ".gz",
                                                   ".zip", ".zst", ".pdf", ".bin"};
  return std::ranges::find(binary, path.extension().string()) == binary.end();
}

SourceFile read(const fs::path& path) {
  SourceFile file{.path = path.lexically_relative(test::project_top()).generic_string()};
  std::ifstream input(path, std::ios::binary);
  for (std::string line; std::getline(input, line);) file.lines.push_back(line);
  return file;
}

std::vector<SourceFile> walk() {
  std::vector<SourceFile> files;
  for (auto at = fs::recursive_directory_iterator(test::project_top()); at != fs::recursive_directory_iterator();
       ++at) {
    if (at->is_directory() && is_foreign(at->path()))
      at.disable_recursion_pending();
    else if (at->is_regular_file() && is_text(at->path()))
      files.push_back(read(at->path()));
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

}  // namespace

std::string_view SourceFile::room() const {
  const auto slash = path.find('/');
  return slash == std::string::npos ? std::string_view() : std::string_view(path).substr(0, slash);
}

std::string_view SourceFile::extension() const {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

const std::vector<SourceFile>& source_tree() {
  static const std::vector<SourceFile> files = walk();
  return files;
}

}  // namespace fihrist
