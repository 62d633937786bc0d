// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of fihrist.toml.
#include "cli/settings.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

using namespace fihrist;
using fihrist::test::TemporaryDirectory;

namespace {

Settings settings_in(const std::string& text) {
  const TemporaryDirectory directory;
  std::ofstream(directory / "fihrist.toml") << text;
  return read_settings(directory.path());
}

std::string complaint_about(const std::string& text) {
  try {
    settings_in(text);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    return std::string(error.what()) + " / " + error.hint();
  }
  return "";
}

}  // namespace

TEST_CASE("an absent or empty file says nothing") {
  const TemporaryDirectory directory;
  CHECK_FALSE(read_settings(directory.path()).serve.listen);
  CHECK_FALSE(settings_in("# only a comment\n[serve]\n").serve.listen);
}

TEST_CASE("each key is read") {
  const Settings settings = settings_in(
      "[archive]\ntitle = \"أرشيفي\"\n"
      "[index]\nsource = \"مدار\"\njobs = 2\nmax_reject_ratio = 0.05\n"
      "[serve]\nlisten = \"0.0.0.0:80\"\nprefix = \"/a\"\nthreads = 8\n");
  CHECK(settings.title == "أرشيفي");
  CHECK(settings.index.source == "مدار");
  CHECK(settings.index.jobs == 2U);
  CHECK(settings.index.max_reject_ratio == 0.05);
  CHECK(settings.serve.listen == "0.0.0.0:80");
  CHECK(settings.serve.prefix == "/a");
  CHECK(settings.serve.threads == 8U);
}

TEST_CASE("what cannot be meant is refused with its line") {
  struct Row {
    const char* text;
    const char* complaint;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"[serve]\nlisten\n", "line 2: "},
           {"[serve]\n\nlisen = \"x\"\n", "line 3: unknown key serve.lisen / Did you mean serve.listen?"},
           {"title = \"x\"\n", "line 1: unknown key title"},
           {"[index]\njobs = -1\n", "line 2: the value of index.jobs is of the wrong kind"},
           {"[index]\njobs = \"2\"\n", "line 2: the value of index.jobs is of the wrong kind"},
           {"[serve]\nlisten = 8080\n", "line 2: the value of serve.listen is of the wrong kind"},
       }) {
    CAPTURE(row.text);
    const std::string complaint = complaint_about(row.text);
    CAPTURE(complaint);
    CHECK(complaint.find(row.complaint) != std::string::npos);
  }
}
