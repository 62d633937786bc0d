// SPDX-License-Identifier: GPL-3.0-or-later
// Where the project's own files are, for tests that read some of them.
#pragma once

#include <filesystem>

namespace fihrist::test {

/// The folder of the top CMakeLists.txt, as it was when the tests were built.
const std::filesystem::path& project_top();

}  // namespace fihrist::test
