// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of shards together is not asked for again.
#include "searcher/shard_reads.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/shards/served_shards.hpp"
#include "tests/shards/synthetic_archive.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

Xapian::Database connected(const ServedShards& shards) {
  constexpr unsigned a_minute = 60'000;
  Xapian::Database all;
  for (const ShardServer& server : shards.servers) {
    const std::string address = server.address();
    const auto port = static_cast<unsigned>(std::stoul(address.substr(address.rfind(':') + 1)));
    all.add_database(Xapian::Remote::open("127.0.0.1", port, a_minute, a_minute));
  }
  return all;
}

}  // namespace

TEST_CASE(
    "values of articles that were read together are known when no server answers any more, and no others") {
  const SourceArchive source(synthetic_articles(20));
  ServedShards shards(source.path(), 2);
  const Xapian::Database database = connected(shards);
  ShardReads reads({1, 2}, 2);
  const std::vector<Xapian::docid> numbers{7, 2, 19, 4};
  std::vector<std::string> records;
  for (const Xapian::docid number : numbers)
    records.push_back(database.get_document(number).get_value(static_cast<Xapian::valueno>(Slot::record)));
  reads.read(database, numbers, Slot::record);
  const std::string single = reads.value(database, 11, Slot::words);  // with its whole document
  for (ShardServer& server : shards.servers) server.kill();

  for (std::size_t i = 0; i < numbers.size(); ++i) {
    CHECK_FALSE(records[i].empty());
    CHECK(reads.value(database, numbers[i], Slot::record) == records[i]);
  }
  CHECK(reads.value(database, 11, Slot::words) == single);
  CHECK_THROWS_AS(reads.value(database, 7, Slot::words), Xapian::NetworkError);
  CHECK_THROWS_AS(reads.value(database, 8, Slot::record), Xapian::NetworkError);
}
