// SPDX-License-Identifier: GPL-3.0-or-later
// Shards of an archive behind real servers of Xapian.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "searcher/shard_options.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist::test {

/// xapian-tcpsrv on a free port of this machine; ends with its children when this does.
class ShardServer {
 public:
  explicit ShardServer(const std::filesystem::path& shard);
  ~ShardServer();
  ShardServer(ShardServer&& other) noexcept;
  ShardServer(const ShardServer&) = delete;
  ShardServer& operator=(const ShardServer&) = delete;
  ShardServer& operator=(ShardServer&&) = delete;

  std::string address() const;
  void kill();     ///< as when its machine loses power, for those who are on it
  void restart();  ///< on the same port
  void freeze();   ///< takes connections and answers nothing
  void thaw();

 private:
  void start();
  void signal(int number) const;

  std::filesystem::path shard_;
  int port_ = 0;
  pid_t process_ = 0;  ///< leads a process group of its own
};

/// An archive of synthetic articles, cut and served.
struct ServedShards {
  explicit ServedShards(const std::filesystem::path& archive, unsigned shards);

  /// So patient that a slow machine leaves no shard out; one that is away refuses at once.
  ShardOptions options() const;

  TemporaryDirectory directory;
  std::vector<ShardServer> servers;
};

/// Indexes JSON lines into a new archive directory.
class SourceArchive {
 public:
  explicit SourceArchive(const std::string& lines);
  std::filesystem::path path() const { return directory_ / "archive"; }
  void add(const std::string& lines);

 private:
  TemporaryDirectory directory_;
};

}  // namespace fihrist::test
