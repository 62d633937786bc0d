// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and answers on all connections of a listener, from the first byte of one to the last of the other.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "web/connection_table.hpp"
#include "web/http_library.hpp"
#include "web/listener_counts.hpp"
#include "web/listener_options.hpp"
#include "web/listening_socket.hpp"
#include "web/readiness.hpp"
#include "web/request_head.hpp"
#include "web/worker_threads.hpp"

namespace fihrist {

/// Belongs to the one thread that waits for sockets; its workers make the answers and ring the bell of
/// `readiness`, upon which that thread calls take_answers(). Keys of `readiness` are ids of connections,
/// which count from 1.
class Exchanges {
 public:
  using Id = ConnectionTable::Id;

  /// The readiness and the counts must outlive it.
  Exchanges(const ListenerOptions& options, HttpHandlers handlers, ListenerCounts& counts,
            Readiness& readiness);

  /// Takes over an accepted socket, or answers 503 and closes it where there is no room.
  void welcome(const ListeningSocket::Accepted& accepted);
  /// What readiness told of a connection.
  void serve(Id id, std::uint32_t events);
  void take_answers();
  /// Ends what took too long, and what keeps too much memory.
  void look_at_clocks();
  /// From now on each answer ends its connection, and connections between requests end at once.
  void begin_draining();
  /// Ends every connection, and returns when no worker works any more.
  void end();

  void set_now(Connection::Clock::time_point now) noexcept { now_ = now; }
  bool end_longest_waiting() { return table_.remove_longest_waiting(); }
  std::size_t connections() const noexcept { return table_.size(); }

 private:
  struct Job;
  struct Answer {
    Id id;
    std::string bytes;
    bool closes;
  };

  void read(Id id, Connection& connection);
  void advance(Id id, Connection& connection);
  void begin_work(Id id, Connection& connection, RequestHead head);
  void work(const Job& job);
  void refuse(Id id, Connection& connection, int status, bool head_only = false);
  void begin_writing(Id id, Connection& connection, std::string bytes);
  void flush(Id id, Connection& connection);
  void finish_answer(Id id, Connection& connection);
  void wait_for_request(Id id, Connection& connection);
  void expire(Id id);

  ListenerOptions options_;
  HttpHandlers handlers_;
  ListenerCounts& counts_;
  Readiness& readiness_;
  HttpLibrary library_;
  ConnectionTable table_;
  Connection::Clock::time_point now_ = Connection::Clock::now();
  bool is_draining_ = false;
  std::mutex mutex_;
  std::vector<Answer> answers_;  ///< that workers have made; guarded
  WorkerThreads workers_;        // the last one: its threads use the others
};

}  // namespace fihrist
