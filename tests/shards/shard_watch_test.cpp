// SPDX-License-Identifier: GPL-3.0-or-later
// Shards that die, hang, come back and change.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <thread>

#include "indexer/shard_cut.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "searcher/searcher.hpp"
#include "tests/shards/served_shards.hpp"
#include "tests/shards/synthetic_archive.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr int articles = 80;

/// Asks until it is so; the test ends by CTest's own limit if it never is.
void wait_until(const std::function<bool()>& is_so) {
  while (!is_so()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

struct Served {
  explicit Served(unsigned count, std::chrono::milliseconds answer_timeout = std::chrono::minutes(1))
      : shards(source.path(), count), archive(source.path(), {}, options(answer_timeout)) {}

  ShardOptions options(std::chrono::milliseconds answer_timeout) const {
    ShardOptions options = shards.options();
    options.answer_timeout = answer_timeout;
    return options;
  }

  SourceArchive source{synthetic_articles(articles)};
  ServedShards shards;
  Archive archive;
  Searcher searcher{archive};

  SearchResults all() { return searcher.search({.text = "", .limit = 1000, .snippets = false}); }
  bool is_whole() { return !all().shards->is_partial(); }
};

}  // namespace

TEST_CASE("a shard that dies leaves the results of the others, and the answer says so") {
  Served served(4);
  REQUIRE(served.all().hits.size() == articles);
  served.shards.servers[1].kill();
  const SearchResults partial = served.all();
  CHECK(partial.total == articles * 3 / 4);
  CHECK(partial.hits.size() == articles * 3 / 4);
  CHECK(*partial.shards == ShardCoverage{.answered = 3, .of = 4});
  int silent = 0;
  for (const ShardState& state : served.archive.shards()) {
    silent += state.answers ? 0 : 1;
    CHECK(state.answers == state.fault.empty());
  }
  CHECK(silent == 1);
}

TEST_CASE("a shard that comes back is searched again") {
  Served served(2);
  const std::uint64_t revision = served.searcher.revision();
  served.shards.servers[0].kill();
  CHECK(served.all().shards->is_partial());
  CHECK(served.searcher.revision() != revision);
  served.shards.servers[0].restart();
  wait_until([&] { return served.is_whole(); });
  CHECK(served.all().total == articles);
  CHECK(served.searcher.revision() == revision);
}

TEST_CASE("a connection that its server has closed is made anew, and nothing is missing") {
  const SourceArchive source(synthetic_articles(articles));
  ServedShards shards(source.path(), 2);
  ShardOptions options = shards.options();
  options.check_interval = std::chrono::hours(1);  // nobody else notices
  Archive archive(source.path(), {}, options);
  Searcher searcher(archive);
  for (std::uint32_t limit = 1; limit <= 3; ++limit) {  // another question each time
    CHECK(*searcher.search({.limit = limit}).shards == ShardCoverage{.answered = 2, .of = 2});
    shards.servers[limit % 2].restart();
  }
}

TEST_CASE("a shard that hangs costs its deadline once, and others who ask meanwhile are not kept") {
  using Clock = std::chrono::steady_clock;
  const auto deadline = std::chrono::seconds(1);
  Served served(2, deadline);
  wait_until([&] { return served.is_whole(); });
  served.shards.servers[1].freeze();
  const auto begin = Clock::now();
  CHECK(served.all().shards->is_partial());
  const auto again = Clock::now();
  CHECK(again - begin >= deadline);
  for (int i = 0; i < 20; ++i) CHECK(served.all().shards->is_partial());
  CHECK(Clock::now() - again < 20 * deadline);
  served.shards.servers[1].thaw();
  wait_until([&] { return served.is_whole(); });
}

TEST_CASE("when no shard answers it is an error that names one, and it passes") {
  Served served(2);
  REQUIRE(served.is_whole());
  for (ShardServer& server : served.shards.servers) server.kill();
  try {
    served.all();
    FAIL("nobody answered");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::failed);
    CHECK(std::string(error.what()).find("tcp:127.0.0.1:") != std::string::npos);
  }
  for (ShardServer& server : served.shards.servers) server.restart();
  wait_until([&] {
    try {
      return served.is_whole();
    } catch (const Error&) {
      return false;
    }
  });
}

TEST_CASE(
    "an archive whose shards are all away is opened, and refused, and one with some is opened in part") {
  const SourceArchive source(synthetic_articles(articles));
  ServedShards shards(source.path(), 2);
  shards.servers[0].kill();
  {
    Archive archive(source.path(), {}, shards.options());
    CHECK(*Searcher(archive).search({}).shards == ShardCoverage{.answered = 1, .of = 2});
  }
  shards.servers[1].kill();
  CHECK_THROWS_AS(Archive(source.path(), {}, shards.options()), Error);
}

TEST_CASE("of two servers of one shard the second is asked when the first dies") {
  const SourceArchive source(synthetic_articles(articles));
  ServedShards shards(source.path(), 2);
  ShardServer replica(shards.directory.path() / "shard-1");
  ShardOptions options = shards.options();
  options.addresses.push_back(replica.address());
  Archive archive(source.path(), {}, options);
  Searcher searcher(archive);
  shards.servers[0].kill();
  CHECK(*searcher.search({}).shards == ShardCoverage{.answered = 2, .of = 2});
  CHECK(searcher.search({}).total == articles);
}

TEST_CASE("a newer cut is followed when all shards have it, and until then the old one is whole") {
  Served served(2);
  REQUIRE(served.is_whole());
  served.source.add(synthetic_articles(articles + 10));
  cut_into_shards({.archive = served.source.path(), .to = served.shards.directory.path(), .shards = 2});
  wait_until([&] {
    const SearchResults results = served.all();
    CHECK(!results.shards->is_partial());
    CHECK((results.total == articles || results.total == articles + 10));
    return results.total == articles + 10;
  });
}

TEST_CASE("what is no shard is refused with a reason") {
  const SourceArchive source(synthetic_articles(3));
  const ShardServer server(*ArchiveLayout(source.path()).current_generation());
  const auto code = [&](const std::string& address) {
    try {
      Archive(source.path(), {}, {.addresses = {address}});
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::expectation;
  };
  CHECK(code(server.address()) == ErrorCode::mismatch);
  for (const char* text : {"", "tcp:", "tcp:host", "tcp:host:", "tcp::7000", "tcp:host:x", "tcp:host:70000",
                           "http://host:7000", "tcp:host:0", "tcp:host:-1"}) {
    CAPTURE(text);
    CHECK(code(text) == ErrorCode::usage);
  }
}
