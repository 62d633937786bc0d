// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting the served index into parts that several machines serve.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fihrist {

struct ShardCutRequest {
  std::filesystem::path archive;
  std::filesystem::path to;  ///< directory that gets shard-1, shard-2, …; made when it is not there
  std::uint32_t shards = 2;  ///< 1 to most_shards
  unsigned jobs = 1;         ///< shards that are written at once

  static constexpr std::uint32_t most_shards = 256;
};

struct ShardCut {
  struct Part {
    std::filesystem::path directory;  ///< what xapian-tcpsrv serves
    std::uint64_t articles = 0;
  };
  std::string name;  ///< of the generation in each part
  std::vector<Part> parts;
};

/// Deals the articles of the served generation out one by one, in its own order: with n shards, the article
/// number r (from 0) is the document r / n + 1 of shard r mod n + 1. Xapian numbers the documents of a search
/// over all shards (local - 1) n + shard: so the order among articles of equal weight stays that of the
/// whole, and no shard has a gap among its documents. The same generation gives the same parts.
///
/// TO/shard-1/ is a Xapian database: its file XAPIANDB names the newest sealed generation beside it and is
/// replaced, by rename, when that is whole. So a server that is running serves the new one to whoever
/// connects from then on, and goes on with the old one for whoever is connected: the one before is kept,
/// older ones are removed. Holds the archive's write lock. Throws Error.
ShardCut cut_into_shards(const ShardCutRequest& request);

}  // namespace fihrist
