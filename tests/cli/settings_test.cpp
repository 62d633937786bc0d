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
      "[serve]\nlisten = \"0.0.0.0:80\"\nprefix = \"/a\"\nthreads = 8\nrate = \"5/s\"\n"
      "trusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]\n"
      "[search]\nshards = [\"tcp:10.0.0.1:7001\", \"tcp:b:7002\"]\nconnect_timeout = 0.5\nanswer_timeout = "
      "2\n"
      "check_interval = 10\n"
      "[ranking]\nk1 = 2\nb = 0.5\ntitle = 0\nexact = 0.2\nfour_grams = 0.3\nproximity = 0.4\nrerank_depth = "
      "50\n");
  CHECK(settings.site.title == "أرشيفي");
  CHECK(settings.index.source == "مدار");
  CHECK(settings.index.jobs == 2U);
  CHECK(settings.index.max_reject_ratio == 0.05);
  CHECK(settings.serve.listen == "0.0.0.0:80");
  CHECK(settings.serve.prefix == "/a");
  CHECK(settings.serve.threads == 8U);
  CHECK(settings.serve.rate == "5/s");
  CHECK(settings.serve.trusted_proxies == std::vector<std::string>{"127.0.0.1", "10.0.0.0/8"});
  CHECK(settings.shards.addresses == std::vector<std::string>{"tcp:10.0.0.1:7001", "tcp:b:7002"});
  CHECK(settings.shards.connect_timeout == std::chrono::milliseconds(500));
  CHECK(settings.shards.answer_timeout == std::chrono::seconds(2));
  CHECK(settings.shards.check_interval == std::chrono::seconds(10));
  CHECK(settings.ranking.k1 == 2);
  CHECK(settings.ranking.b == 0.5);
  CHECK(settings.ranking.title == 0);
  CHECK(settings.ranking.exact == 0.2);
  CHECK(settings.ranking.four_grams == 0.3);
  CHECK(settings.ranking.proximity == 0.4);
  CHECK(settings.ranking.rerank_depth == 50);
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
           {"[ranking]\nk1 = -1\n", "line 2: the value of ranking.k1 is of the wrong kind"},
           {"[search]\nanswer_timeout = 0\n",
            "line 2: the value of search.answer_timeout is of the wrong kind"},
           {"[search]\nshards = \"tcp:a:1\"\n", "line 2: the value of search.shards is of the wrong kind"},
           {"[ranking]\ntitel = 1\n", "unknown key ranking.titel / Did you mean ranking.title?"},
           {"[serve]\ntrusted_proxies = [1]\n",
            "line 2: the value of serve.trusted_proxies is of the wrong kind"},
           {"[serve]\nlisten = 8080\n", "line 2: the value of serve.listen is of the wrong kind"},
       }) {
    CAPTURE(row.text);
    const std::string complaint = complaint_about(row.text);
    CAPTURE(complaint);
    CHECK(complaint.find(row.complaint) != std::string::npos);
  }
}
