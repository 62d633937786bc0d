// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that is compiled with a path of the machine in it, so that all others are the same everywhere
// and come out of a compiler cache.
#include "tests/project_top.hpp"

namespace fihrist::test {

const std::filesystem::path& project_top() {
  static const std::filesystem::path top = FIHRIST_SOURCE_DIR;
  return top;
}

}  // namespace fihrist::test
