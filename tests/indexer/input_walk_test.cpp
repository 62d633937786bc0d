// SPDX-License-Identifier: GPL-3.0-or-later
// From paths to files.
#include "indexer/input_walk.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;
using test::TemporaryDirectory;

std::vector<std::string> names(const InputWalk& walk, const fs::path& below) {
  std::vector<std::string> names;
  for (const InputFile& file : walk.files)
    names.push_back(fs::path(file.path).lexically_relative(below).string());
  return names;
}

}  // namespace

TEST_CASE("a folder is walked deeply, names in the order of their bytes, hidden ones passed over") {
  const TemporaryDirectory directory;
  for (const char* name : {"b.txt", "a/2.txt", "a/10.txt", "ب.txt", "B.txt", ".hidden/x.txt", "a/.x.txt"})
    test::write_file(directory / name, "x");
  SkipNotes notes(true);
  const InputWalk walk = walk_inputs({.paths = {directory.path().string()}}, notes);
  CHECK(names(walk, directory.path()) ==
        std::vector<std::string>{"B.txt", "a/10.txt", "a/2.txt", "b.txt", "ب.txt"});
  CHECK(notes.lines().size() == 2);
  CHECK(walk.bytes_total == 5);
  REQUIRE(walk.origins.size() == 1);
  CHECK(walk.origins[0].name == fs::canonical(directory.path()).string());
}

TEST_CASE("links to files are read, links to folders are not, so that no walk runs in circles") {
  const TemporaryDirectory directory;
  test::write_file(directory / "in/a.txt", "x");
  fs::create_symlink(directory / "in", directory / "in/circle");
  fs::create_symlink(directory / "in/a.txt", directory / "in/b.txt");
  fs::create_symlink(directory / "nowhere", directory / "in/c.txt");
  SkipNotes notes(true);
  const InputWalk walk = walk_inputs({.paths = {(directory / "in").string()}}, notes);
  CHECK(names(walk, directory / "in") == std::vector<std::string>{"a.txt", "b.txt"});
  CHECK(notes.lines().size() == 2);
}

TEST_CASE("a pipe that is named is read, one found in a folder is passed over") {
  const TemporaryDirectory directory;
  const std::string pipe = (directory / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  test::write_file(directory / "a.txt", "x");
  SkipNotes notes(true);
  const InputWalk named = walk_inputs({.paths = {pipe, (directory / "a.txt").string()}}, notes);
  CHECK(names(named, directory.path()) == std::vector<std::string>{"pipe", "a.txt"});
  CHECK(named.origins[0].name == pipe);
  CHECK(named.bytes_total == 0);
  CHECK(walk_inputs({.paths = {pipe}, .source = "مدونة"}, notes).origins[0].name == "مدونة");
  CHECK(notes.lines().empty());
  const InputWalk found = walk_inputs({.paths = {directory.path().string()}}, notes);
  CHECK(names(found, directory.path()) == std::vector<std::string>{"a.txt"});
  CHECK(notes.lines().size() == 1);
}

TEST_CASE("what a browser saved with a page is passed over, another folder of such a name is not") {
  const TemporaryDirectory directory;
  for (const char* name : {"a.html", "a_files/ad.html", "b.htm", "b_files/x/ad.html", "my_files/c.html"})
    test::write_file(directory / name, "x");
  SkipNotes notes(true);
  const InputWalk walk = walk_inputs({.paths = {directory.path().string()}}, notes);
  CHECK(names(walk, directory.path()) == std::vector<std::string>{"a.html", "b.htm", "my_files/c.html"});
  CHECK(notes.lines().size() == 2);
}

TEST_CASE("the archive is not read into itself") {
  const TemporaryDirectory directory;
  test::write_file(directory / "archive/fihrist.toml", "");
  test::write_file(directory / "a.txt", "x");
  SkipNotes notes(true);
  const InputWalk walk =
      walk_inputs({.paths = {directory.path().string()}, .archive = directory / "archive"}, notes);
  CHECK(names(walk, directory.path()) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("every path is looked at before anything else: a missing one is named") {
  const TemporaryDirectory directory;
  test::write_file(directory / "a.txt", "x");
  SkipNotes notes(false);
  try {
    walk_inputs({.paths = {(directory / "a.txt").string(), (directory / "غائب").string()}}, notes);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::failed);
    CHECK(std::string(error.what()).find("غائب") != std::string::npos);
  }
}

TEST_CASE("each path is an origin of its own, standard input by the name of its source") {
  const TemporaryDirectory directory;
  test::write_file(directory / "a.txt", "x");
  fs::create_symlink(directory / "a.txt", directory / "link");
  SkipNotes notes(false);
  const InputWalk walk =
      walk_inputs({.paths = {(directory / "link").string(), "-"}, .source = "مجلة"}, notes);
  REQUIRE(walk.origins.size() == 2);
  CHECK(walk.origins[0].name == fs::canonical(directory / "a.txt").string());
  CHECK(walk.origins[1].name == "مجلة");
  CHECK(walk.files[1].origin == 1);
  CHECK(walk.bytes_total == 0);
}

}  // namespace fihrist
