// SPDX-License-Identifier: GPL-3.0-or-later
// Each connection goes from phase to phase: reads a head, hands it to a worker, writes what that made.
#include "web/exchanges.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace fihrist {
namespace {

using namespace std::chrono_literals;
using Clock = Connection::Clock;
using Phase = Connection::Phase;
using Transfer = Connection::Transfer;

/// How long the rest of what a client sends is read after the last answer: closed before, its kernel would
/// throw the answer away (RFC 9112, 9.6).
constexpr auto lingering_time = 2s;

/// In which a connection that was just accepted may send its request when the server is being stopped.
constexpr auto last_call = 500ms;

/// A head and the next one's beginning: more is not kept of what was not asked for yet.
constexpr std::size_t input_bytes = HeadLimits::head_bytes + 16;

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

}  // namespace

struct Exchanges::Job {
  Id id;
  RequestHead head;
  std::string peer;
  bool closes;
  Clock::time_point deadline;
  std::shared_ptr<std::atomic<bool>> is_gone;
};

Exchanges::Exchanges(const ListenerOptions& options, HttpHandlers handlers, ListenerCounts& counts,
                     Readiness& readiness)
    : options_(options),
      handlers_(std::move(handlers)),
      counts_(counts),
      readiness_(readiness),
      library_(handlers_),
      table_(options.connections),
      workers_(options.workers, options.queue) {}

void Exchanges::welcome(const ListeningSocket::Accepted& accepted) {
  const Id id = table_.add(accepted.descriptor, accepted.peer);
  if (id == 0) {
    ++counts_.turned_away;
    handlers_.failed(503, accepted.peer);
    const std::string& bytes = library_.failure(503);
    static_cast<void>(::send(accepted.descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
    ::close(accepted.descriptor);
    return;
  }
  ++counts_.accepted;
  table_.find(id)->deadline =
      now_ + (is_draining_ ? std::chrono::milliseconds(last_call) : options_.idle_time);
  if (!readiness_.add(accepted.descriptor, id, EPOLLIN)) table_.remove(id);
}

void Exchanges::serve(Id id, std::uint32_t events) {
  Connection* connection = table_.find(id);
  if (connection == nullptr) return;
  if ((events & (EPOLLERR | EPOLLHUP)) != 0) return table_.remove(id);
  switch (connection->phase) {
    case Phase::idle:
    case Phase::reading:
      return read(id, *connection);
    case Phase::working:
      return;
    case Phase::writing:
      return flush(id, *connection);
    case Phase::closing:
      if (connection->discard() != Transfer::blocked) table_.remove(id);
  }
}

void Exchanges::read(Id id, Connection& connection) {
  if (connection.receive(input_bytes) == Transfer::broken) return table_.remove(id);
  if (connection.phase == Phase::idle && !connection.input.empty()) {
    connection.phase = Phase::reading;
    connection.deadline = now_ + options_.head_time;
  }
  advance(id, connection);
}

void Exchanges::advance(Id id, Connection& connection) {
  HeadReading reading = read_request_head(connection.input);
  if (reading.refusal != 0) {
    ++counts_.refused;
    refuse(id, connection, reading.refusal);
  } else if (reading.consumed > 0) {
    connection.input.erase(0, reading.consumed);
    if (connection.input.empty()) connection.input.shrink_to_fit();
    begin_work(id, connection, std::move(reading.head));
  } else if (connection.has_ended) {
    table_.remove(id);
  }
}

void Exchanges::begin_work(Id id, Connection& connection, RequestHead head) {
  ++connection.requests;
  connection.closes =
      !head.keep_alive || is_draining_ || connection.requests >= options_.requests_a_connection;
  const bool head_only = head.method == "HEAD";
  const auto urgency = handlers_.is_urgent(path_of(head.target)) ? WorkerThreads::Urgency::urgent
                                                                 : WorkerThreads::Urgency::ordinary;
  auto job = std::make_shared<const Job>(Job{.id = id,
                                             .head = std::move(head),
                                             .peer = connection.peer(),
                                             .closes = connection.closes,
                                             .deadline = now_ + options_.queue_time,
                                             .is_gone = connection.is_gone});
  ++counts_.waiting;
  if (!workers_.try_enqueue([this, job] { work(*job); }, urgency)) {
    --counts_.waiting;
    ++counts_.shed;
    return refuse(id, connection, 503, head_only);
  }
  connection.phase = Phase::working;
  readiness_.change(connection.socket(), id, 0);
}

/// On a worker's thread.
void Exchanges::work(const Job& job) {
  --counts_.waiting;
  if (*job.is_gone) return;
  Answer answer{.id = job.id, .bytes = {}, .closes = job.closes};
  if (Clock::now() > job.deadline) {
    ++counts_.shed;
    handlers_.failed(503, job.peer);
    answer.closes = true;
    answer.bytes = job.head.method == "HEAD" ? library_.failure_head(503) : library_.failure(503);
  } else {
    answer.bytes = library_.answer(job.head, job.peer, job.closes);
  }
  {
    const std::lock_guard lock(mutex_);
    answers_.push_back(std::move(answer));
  }
  readiness_.ring();
}

void Exchanges::take_answers() {
  std::vector<Answer> taken;
  {
    const std::lock_guard lock(mutex_);
    taken.swap(answers_);
  }
  for (Answer& answer : taken) {
    Connection* connection = table_.find(answer.id);
    if (connection == nullptr) continue;
    connection->closes = answer.closes || is_draining_;
    begin_writing(answer.id, *connection, std::move(answer.bytes));
  }
}

void Exchanges::refuse(Id id, Connection& connection, int status, bool head_only) {
  handlers_.failed(status, connection.peer());
  connection.closes = true;
  begin_writing(id, connection, head_only ? library_.failure_head(status) : library_.failure(status));
}

void Exchanges::begin_writing(Id id, Connection& connection, std::string bytes) {
  connection.phase = Phase::writing;
  connection.deadline = now_ + options_.write_time;
  connection.last_progress = now_;
  connection.output = std::move(bytes);
  flush(id, connection);
}

void Exchanges::flush(Id id, Connection& connection) {
  switch (connection.send()) {
    case Transfer::broken:
      return table_.remove(id);
    case Transfer::blocked:
      return readiness_.change(connection.socket(), id, EPOLLOUT);
    case Transfer::done:
      return finish_answer(id, connection);
  }
}

void Exchanges::finish_answer(Id id, Connection& connection) {
  if (!connection.closes) return wait_for_request(id, connection);
  if (connection.has_ended) return table_.remove(id);
  connection.end_output();
  connection.phase = Phase::closing;
  connection.deadline = now_ + lingering_time;
  readiness_.change(connection.socket(), id, EPOLLIN);
}

/// The next one may have been read already.
void Exchanges::wait_for_request(Id id, Connection& connection) {
  const bool has_begun = !connection.input.empty();
  connection.phase = has_begun ? Phase::reading : Phase::idle;
  connection.deadline = now_ + (has_begun ? options_.head_time : options_.idle_time);
  connection.last_progress = now_;
  readiness_.change(connection.socket(), id, EPOLLIN);
  advance(id, connection);
}

void Exchanges::expire(Id id) {
  Connection& connection = *table_.find(id);
  if (connection.phase == Phase::working) return;
  const bool is_stalled =
      connection.phase == Phase::writing && now_ - connection.last_progress > options_.stall_time;
  if (now_ <= connection.deadline && !is_stalled) return;
  if (connection.phase == Phase::reading || connection.phase == Phase::writing) ++counts_.timed_out;
  if (connection.phase == Phase::reading)
    refuse(id, connection, 408);
  else
    table_.remove(id);
}

void Exchanges::look_at_clocks() {
  for (const Id id : table_.ids()) expire(id);
  table_.bound_output();
}

void Exchanges::begin_draining() {
  is_draining_ = true;
  for (const Id id : table_.ids()) {
    Connection& connection = *table_.find(id);
    if (connection.phase != Phase::idle) continue;
    if (connection.requests > 0)
      table_.remove(id);
    else
      connection.deadline = now_ + last_call;
  }
}

void Exchanges::end() {
  for (const Id id : table_.ids()) table_.remove(id);  // nobody waits for what is queued still
  workers_.shut_down();
}

}  // namespace fihrist
