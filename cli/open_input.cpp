// SPDX-License-Identifier: GPL-3.0-or-later
// Opens files and says clearly why one cannot be read.
#include "cli/open_input.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "schema/error.hpp"

namespace fihrist {

std::unique_ptr<std::istream> open_input(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    throw Error(ErrorCode::failed, fmt::format("{} is a folder, not a file", path));
  auto stream = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*stream)
    throw Error(ErrorCode::failed, fmt::format("cannot read {} ({})", path, std::strerror(errno)));
  return stream;
}

}  // namespace fihrist
