// SPDX-License-Identifier: GPL-3.0-or-later
// The settings file of a fresh archive.
#include "indexer/archive_config.hpp"

#include <doctest/doctest.h>

#include <toml++/toml.h>
#include <sstream>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {

TEST_CASE("the template sets nothing, and is valid TOML with its keys taken in") {
  const test::TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  write_config_template(layout);
  std::istringstream lines(test::read_file(layout.config()));
  std::string opened;
  for (std::string line; std::getline(lines, line);) {
    CHECK_FALSE(line.find('=') < line.find('#'));
    const bool is_key = line.starts_with("# ") && line.find(" = ") != std::string::npos;
    opened += (is_key ? line.substr(2) : line) + '\n';
  }
  const toml::table keys = toml::parse(opened);
  CHECK(keys["index"]["source"].is_string());
  CHECK(keys["serve"]["listen"].is_string());
}

TEST_CASE("a settings file that is there stays as it is") {
  const test::TemporaryDirectory directory;
  const ArchiveLayout layout(directory.path());
  test::write_file(layout.config(), "mine");
  write_config_template(layout);
  CHECK(test::read_file(layout.config()) == "mine");
}

TEST_CASE("settings that cannot be written fail") {
  CHECK_THROWS_AS(write_config_template(ArchiveLayout("/proc")), Error);
}

}  // namespace fihrist
