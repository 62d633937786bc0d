// SPDX-License-Identifier: GPL-3.0-or-later
// Records that gave no article.
#include "indexer/rejects_file.hpp"

#include <doctest/doctest.h>

#include "indexer/report_json.hpp"
#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {

TEST_CASE("the file of a run replaces that of the run before, when the run is over") {
  const test::TemporaryDirectory directory;
  const auto path = directory / "rejects.jsonl";
  test::write_file(path, "old\n");
  const Reject reject{
      .path = "in\xFF.jsonl", .record = 3, .offset = 70, .code = "truncated", .message = "«قطع»"};
  RejectsFile file(path);
  file.add(reject);
  CHECK(test::read_file(path) == "old\n");
  file.put_in_place();
  CHECK(test::read_file(path) == to_json_line(reject) + '\n');
}

TEST_CASE("a run that refused nothing leaves no file") {
  const test::TemporaryDirectory directory;
  const auto path = directory / "rejects.jsonl";
  test::write_file(path, "old\n");
  RejectsFile(path).put_in_place();
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a run that failed leaves the file as it was, and no draft") {
  const test::TemporaryDirectory directory;
  const auto path = directory / "rejects.jsonl";
  test::write_file(path, "old\n");
  { RejectsFile(path).add({.path = "x"}); }
  CHECK(test::read_file(path) == "old\n");
  CHECK(std::distance(std::filesystem::directory_iterator(directory.path()), {}) == 1);
}

TEST_CASE("a file that cannot be written fails at the end of the run") {
  RejectsFile file("/proc/rejects.jsonl");
  file.add({.path = "x"});
  CHECK_THROWS_AS(file.put_in_place(), Error);
}

}  // namespace fihrist
