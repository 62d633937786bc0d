// SPDX-License-Identifier: GPL-3.0-or-later
// One accepted socket: what was read of it and not understood yet, and what is still to be written.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace fihrist {

/// Belongs to the one thread that waits for sockets. Never blocks.
class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  enum class Phase {
    idle,     ///< nothing of a request was read
    reading,  ///< a part of one
    working,  ///< a whole one, which is being answered
    writing,  ///< its answer
    closing,  ///< nothing more is written; what still comes is thrown away
  };

  Connection(int socket, std::string peer) : socket_(socket), peer_(std::move(peer)) {}
  ~Connection();  ///< closes
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const noexcept { return socket_; }
  const std::string& peer() const noexcept { return peer_; }
  /// Waits for the client and for nobody else, so it may be ended to make room.
  bool is_waiting() const noexcept { return phase == Phase::idle || phase == Phase::reading; }

  enum class Transfer { done, blocked, broken };

  /// Reads until `most` bytes are kept or the socket has no more; see has_ended.
  Transfer receive(std::size_t most);
  /// Reads and throws away.
  Transfer discard();
  /// Writes what it can of `output`, and some 256 KB at most: blocked when there is more.
  Transfer send();
  /// Tells the client that no more will come.
  void end_output() noexcept;

  Phase phase = Phase::idle;
  Clock::time_point deadline;                         ///< of the phase; none while working
  Clock::time_point last_progress = Clock::now();     ///< when it came, or last took a part of an answer
  const std::shared_ptr<std::atomic<bool>> is_gone =  ///< for those who work for a client that may leave
      std::make_shared<std::atomic<bool>>(false);
  std::string input;
  std::string output;
  std::uint64_t requests = 0;
  bool closes = false;     ///< after the answer at hand
  bool has_ended = false;  ///< the client will send no more

 private:
  int socket_;
  std::string peer_;
  std::size_t sent_ = 0;
};

}  // namespace fihrist
