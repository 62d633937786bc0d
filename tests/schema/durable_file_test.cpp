// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that are never half; what a power cut leaves of them is tried by the suite `crash`.
#include "schema/durable_file.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("a file is made, replaced by a shorter text and by none, and no draft stays") {
  const TemporaryDirectory directory;
  const auto file = directory / "names.tsv";
  for (const std::string& text :
       {std::string("طويل جدًّا"), std::string("قصير"), std::string(), std::string(5'000'000, 'a')}) {
    replace_file(file, text);
    CHECK(read_file(file) == text);
    CHECK_FALSE(std::filesystem::exists(directory / "names.tsv.new"));
  }
}

TEST_CASE("the draft of a killed run is written over, however long it is") {
  const TemporaryDirectory directory;
  write_file(directory / "names.tsv.new", std::string(1000, 'x'));
  replace_file(directory / "names.tsv", "جديد");
  CHECK(read_file(directory / "names.tsv") == "جديد");
}

TEST_CASE("what cannot be replaced stays as it is, and the error names the file") {
  const TemporaryDirectory directory;
  const auto file = directory / "names.tsv";
  write_file(file, "قديم");
  std::filesystem::create_directory(directory / "names.tsv.new");  // where the draft would be
  try {
    replace_file(file, "جديد");
    FAIL("it was replaced");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::failed);
    CHECK(std::string(error.what()).find("names.tsv.new cannot be written") != std::string::npos);
  }
  CHECK(read_file(file) == "قديم");
  CHECK_THROWS_AS(replace_file(directory / "none" / "file", "جديد"), Error);
}

TEST_CASE("syncing what is not there fails") {
  CHECK_THROWS_AS(sync_directory("/nonexistent/x"), Error);
  CHECK_THROWS_AS(sync_file("/nonexistent/x"), Error);
}
