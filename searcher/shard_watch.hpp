// SPDX-License-Identifier: GPL-3.0-or-later
// Which shards answer, and which of them are searched together. Internal to this room.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "schema/shard_note.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/shard_options.hpp"

namespace fihrist {

/// The shards to be searched now: parts of one cut, in the order of their numbers, each at one address.
struct ShardChoice {
  std::uint64_t version = 0;           ///< another one whenever anything else here is
  std::string cut;                     ///< empty: no shard answers
  std::uint32_t of = 0;                ///< shards of the cut
  std::vector<std::size_t> addresses;  ///< places in ShardOptions::addresses
  std::vector<std::uint32_t> numbers;  ///< of the same shards
};

/// A shard did not answer. what() says why.
struct LostShard : std::runtime_error {
  LostShard(const std::string& why, std::optional<std::size_t> at, bool by_time)
      : std::runtime_error(why), address(at), timed_out(by_time) {}
  std::optional<std::size_t> address;  ///< nothing: it is not known which
  bool timed_out;                      ///< else the connection broke, which an idle one may do by itself
};

/// Looks at all addresses when it is made and then at intervals, in a thread of its own, by connections of
/// its own: nobody who searches waits for a dead one, but whoever meets its death. Thread-safe.
///
/// A cut replaces another one shard by shard. Whoever is connected to the old one goes on with it until all
/// that answer have the new one, or until one of its connections breaks; then the cut that most shards have
/// is taken.
class ShardWatch {
 public:
  /// Throws Error(usage) for what is no address, Error(mismatch) when what is served is no shard or one that
  /// this program cannot read.
  explicit ShardWatch(const ShardOptions& options);
  ~ShardWatch();
  ShardWatch(const ShardWatch&) = delete;
  ShardWatch& operator=(const ShardWatch&) = delete;

  ShardChoice choice() const;
  /// A connection to each shard of the choice. Throws LostShard, also when one serves another cut by now.
  Xapian::Database open(const ShardChoice& choice) const;
  /// Which address an error of Xapian's network is about.
  LostShard lost(const Xapian::NetworkError& error, bool timed_out) const;
  /// Leaves out what was lost of this choice, and looks at all others now; nothing when another choice has
  /// been made since.
  void leave_out(const LostShard& lost, const ShardChoice& of);

  std::vector<ShardState> states() const;

 private:
  struct Address {
    std::string text, host;
    unsigned port = 0;
  };
  /// What a look at an address found.
  struct Sight {
    std::optional<ShardNote> note;
    std::string fault;
    bool is_foreign = false;  ///< something answers that is no shard for this program
  };

  Sight look_at(const Address& address) const;
  std::vector<Sight> look_at_all() const;
  void take(std::vector<Sight> sights, bool by_majority);
  void choose(bool by_majority);
  std::string most_common_cut() const;
  void watch();

  const ShardOptions options_;
  std::vector<Address> addresses_;
  std::mutex looking_;        ///< one look at all at a time
  mutable std::mutex mutex_;  ///< guards what follows
  std::vector<Sight> sights_;
  ShardChoice choice_;
  std::condition_variable ended_;
  bool is_ending_ = false;
  std::thread thread_;
};

}  // namespace fihrist
