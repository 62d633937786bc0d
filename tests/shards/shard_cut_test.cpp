// SPDX-License-Identifier: GPL-3.0-or-later
// What cutting gives, and what it leaves alone.
#include "indexer/shard_cut.hpp"

#include <doctest/doctest.h>
#include <xapian.h>

#include <set>

#include "indexer/write_lock.hpp"
#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "schema/fields.hpp"
#include "schema/seal.hpp"
#include "schema/shard_note.hpp"
#include "tests/shards/served_shards.hpp"
#include "tests/shards/synthetic_archive.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

std::set<std::string> ids_in(const std::filesystem::path& shard) {
  const Xapian::Database database(shard.string());
  const std::string prefix(row_of(Field::id).prefix);
  std::set<std::string> ids;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    ids.insert(*term);
  return ids;
}

std::set<std::string> names_in(const std::filesystem::path& directory) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory))
    names.insert(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("every article lies in one shard, and shards differ by one article at most") {
  SourceArchive source(synthetic_articles(101));
  const TemporaryDirectory to;
  const ShardCut cut = cut_into_shards({.archive = source.path(), .to = to.path(), .shards = 4, .jobs = 2});
  REQUIRE(cut.parts.size() == 4);
  std::set<std::string> all;
  for (const ShardCut::Part& part : cut.parts) {
    CHECK((part.articles == 25 || part.articles == 26));
    const std::set<std::string> ids = ids_in(part.directory);
    CHECK(ids.size() == part.articles);
    all.insert(ids.begin(), ids.end());
    const Xapian::Database database(part.directory.string());
    CHECK(database.get_lastdocid() == part.articles);  // no gap
    CHECK(check_seal(part.directory / cut.name).is_sound());
  }
  CHECK(all.size() == 101);
}

TEST_CASE("the same generation gives the same shards, and cutting it again leaves them alone") {
  SourceArchive source(synthetic_articles(60));
  const TemporaryDirectory first, second;
  const ShardCutRequest request{.archive = source.path(), .to = first.path(), .shards = 3};
  const ShardCut cut = cut_into_shards(request);
  const auto written = std::filesystem::last_write_time(first.path() / "shard-1" / cut.name);
  CHECK(cut_into_shards(request).name == cut.name);
  CHECK(std::filesystem::last_write_time(first.path() / "shard-1" / cut.name) == written);
  cut_into_shards({.archive = source.path(), .to = second.path(), .shards = 3, .jobs = 3});
  for (const char* shard : {"shard-1", "shard-2", "shard-3"}) {
    CHECK(ids_in(first.path() / shard) == ids_in(second.path() / shard));
    const auto note = [&](const TemporaryDirectory& directory) {
      return parse_shard_note(Xapian::Database((directory.path() / shard).string()).get_metadata(shard_key));
    };
    CHECK(note(first) == note(second));
  }
}

TEST_CASE("a damaged shard is written again") {
  SourceArchive source(synthetic_articles(60));
  const TemporaryDirectory to;
  const ShardCutRequest request{.archive = source.path(), .to = to.path(), .shards = 2};
  const ShardCut cut = cut_into_shards(request);
  const auto file = to.path() / "shard-2" / cut.name / "postlist.glass";
  std::string bytes = read_file(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_file(file, bytes);
  REQUIRE(!check_seal(file.parent_path()).is_sound());
  cut_into_shards(request);
  CHECK(check_seal(file.parent_path()).is_sound());
}

TEST_CASE("a newer cut stands beside the one before, and older ones go") {
  SourceArchive source(synthetic_articles(20));
  const TemporaryDirectory to;
  const ShardCutRequest request{.archive = source.path(), .to = to.path(), .shards = 2};
  std::vector<std::string> cuts;
  for (const int articles : {20, 21, 22}) {
    source.add(synthetic_articles(articles));
    cuts.push_back(cut_into_shards(request).name);
  }
  CHECK(names_in(to.path() / "shard-1") == std::set<std::string>{"XAPIANDB", cuts[1], cuts[2]});
  CHECK(Xapian::Database((to.path() / "shard-2").string()).get_doccount() == 11);
}

TEST_CASE("an archive can be cut into as many shards as it has articles, and more") {
  SourceArchive source(synthetic_articles(3));
  const TemporaryDirectory to;
  const ShardCut cut = cut_into_shards({.archive = source.path(), .to = to.path(), .shards = 5});
  CHECK(cut.parts[2].articles == 1);
  CHECK(cut.parts[3].articles == 0);
}

TEST_CASE("what cannot be cut is said") {
  SourceArchive source(synthetic_articles(3));
  const TemporaryDirectory to, empty;
  const auto code = [](const ShardCutRequest& request) {
    try {
      cut_into_shards(request);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::expectation;
  };
  CHECK(code({.archive = source.path(), .to = to.path(), .shards = 0}) == ErrorCode::usage);
  CHECK(code({.archive = source.path(), .to = to.path(), .shards = 257}) == ErrorCode::usage);
  CHECK(code({.archive = empty.path() / "none", .to = to.path(), .shards = 2}) == ErrorCode::failed);
  CHECK(!std::filesystem::exists(empty.path() / "none"));
  write_file(to.path() / "file", "");
  CHECK(code({.archive = source.path(), .to = to.path() / "file", .shards = 2}) == ErrorCode::failed);
  const WriteLock writing{ArchiveLayout(source.path())};
  CHECK(code({.archive = source.path(), .to = to.path(), .shards = 2}) == ErrorCode::locked);
}
