// SPDX-License-Identifier: GPL-3.0-or-later
// The loop of the thread that waits: accepts, reads heads, hands them to workers, writes what they made.
#include "web/http_listener.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

#include "web/listening_socket.hpp"
#include "web/readiness.hpp"
#include "web/request_head.hpp"
#include "web/worker_threads.hpp"

namespace fihrist {
namespace {

using namespace std::chrono_literals;
using Clock = Connection::Clock;
using Phase = Connection::Phase;
using Transfer = Connection::Transfer;
using Id = ConnectionTable::Id;

constexpr auto tick = 100ms;
constexpr std::uint64_t listening_key = 0;  // connections count from 1
constexpr int accepted_a_round = 64;

/// How long the rest of what a client sends is read after the last answer: closed before, its kernel would
/// throw the answer away (RFC 9112, 9.6).
constexpr auto lingering_time = 2s;

/// In which a connection that was just accepted may send its request when the server is being stopped.
constexpr auto last_call = 500ms;

/// A head and the next one's beginning: more is not kept of what was not asked for yet.
constexpr std::size_t input_bytes = HeadLimits::head_bytes + 16;

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

}  // namespace

struct HttpListener::Body {
  Body(const ListenerOptions& with, const HttpHandlers& told, ListenerCounts& counted)
      : options(with),
        handlers(told),
        counts(counted),
        library(told),
        listening(with.host, with.port),
        table(with.connections),
        workers(with.workers, with.queue) {}

  struct Job {
    Id id;
    RequestHead head;
    std::string peer;
    bool closes;
    Clock::time_point deadline;
    std::shared_ptr<std::atomic<bool>> is_gone;
  };
  struct Answer {
    Id id;
    std::string bytes;
    bool closes;
  };

  void loop();
  void accept_all();
  void welcome(const ListeningSocket::Accepted& accepted);
  void serve(Id id, std::uint32_t events);
  void read(Id id, Connection& connection);
  void advance(Id id, Connection& connection);
  void begin_work(Id id, Connection& connection, RequestHead head);
  void work(const Job& job);
  void take_answers();
  void refuse(Id id, Connection& connection, int status, bool head_only = false);
  void begin_writing(Id id, Connection& connection, std::string bytes);
  void flush(Id id, Connection& connection);
  void finish_answer(Id id, Connection& connection);
  void wait_for_request(Id id, Connection& connection);
  void expire(Id id);
  void look_at_clocks();
  void begin_draining();

  ListenerOptions options;
  HttpHandlers handlers;
  ListenerCounts& counts;
  HttpLibrary library;
  ListeningSocket listening;
  const std::uint16_t port = listening.port();
  Readiness readiness;
  ConnectionTable table;
  Clock::time_point now = Clock::now();
  Clock::time_point next_look;
  Clock::time_point drained_by = Clock::time_point::max();
  std::atomic<bool> is_stopping = false;
  bool is_draining = false;
  std::mutex mutex;
  std::vector<Answer> answers;
  WorkerThreads workers;  // the last one: its threads use the others
};

void HttpListener::Body::accept_all() {
  for (int i = 0; i < accepted_a_round; ++i) {
    const ListeningSocket::Accepted accepted = listening.accept();
    switch (accepted.outcome) {
      case ListeningSocket::Outcome::accepted:
        welcome(accepted);
        break;
      case ListeningSocket::Outcome::failed:
        break;
      case ListeningSocket::Outcome::no_descriptor:
        if (table.remove_longest_waiting()) break;
        readiness.change(listening.descriptor(), listening_key, 0);  // until the next look at the clocks
        return;
      case ListeningSocket::Outcome::nobody:
        return;
    }
  }
}

void HttpListener::Body::welcome(const ListeningSocket::Accepted& accepted) {
  const Id id = table.add(accepted.descriptor, accepted.peer);
  if (id == 0) {
    ++counts.turned_away;
    const std::string& bytes = library.failure(503);
    static_cast<void>(::send(accepted.descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
    ::close(accepted.descriptor);
    return;
  }
  ++counts.accepted;
  table.find(id)->deadline = now + (is_draining ? std::chrono::milliseconds(last_call) : options.idle_time);
  if (!readiness.add(accepted.descriptor, id, EPOLLIN)) table.remove(id);
}

void HttpListener::Body::serve(Id id, std::uint32_t events) {
  Connection* connection = table.find(id);
  if (connection == nullptr) return;
  if ((events & (EPOLLERR | EPOLLHUP)) != 0) return table.remove(id);
  switch (connection->phase) {
    case Phase::idle:
    case Phase::reading:
      return read(id, *connection);
    case Phase::working:
      return;
    case Phase::writing:
      return flush(id, *connection);
    case Phase::closing:
      if (connection->discard() != Transfer::blocked) table.remove(id);
  }
}

void HttpListener::Body::read(Id id, Connection& connection) {
  if (connection.receive(input_bytes) == Transfer::broken) return table.remove(id);
  if (connection.phase == Phase::idle && !connection.input.empty()) {
    connection.phase = Phase::reading;
    connection.deadline = now + options.head_time;
  }
  advance(id, connection);
}

void HttpListener::Body::advance(Id id, Connection& connection) {
  HeadReading reading = read_request_head(connection.input);
  if (reading.refusal != 0) {
    ++counts.refused;
    refuse(id, connection, reading.refusal);
  } else if (reading.consumed > 0) {
    connection.input.erase(0, reading.consumed);
    if (connection.input.empty()) connection.input.shrink_to_fit();
    begin_work(id, connection, std::move(reading.head));
  } else if (connection.has_ended) {
    table.remove(id);
  }
}

void HttpListener::Body::begin_work(Id id, Connection& connection, RequestHead head) {
  ++connection.requests;
  connection.closes = !head.keep_alive || is_draining || connection.requests >= options.requests_a_connection;
  const bool head_only = head.method == "HEAD";
  const auto urgency = handlers.is_urgent(path_of(head.target)) ? WorkerThreads::Urgency::urgent
                                                                : WorkerThreads::Urgency::ordinary;
  auto job = std::make_shared<const Job>(Job{.id = id,
                                             .head = std::move(head),
                                             .peer = connection.peer(),
                                             .closes = connection.closes,
                                             .deadline = now + options.queue_time,
                                             .is_gone = connection.is_gone});
  ++counts.waiting;
  if (!workers.try_enqueue([this, job] { work(*job); }, urgency)) {
    --counts.waiting;
    ++counts.shed;
    return refuse(id, connection, 503, head_only);
  }
  connection.phase = Phase::working;
  readiness.change(connection.socket(), id, 0);
}

/// On a worker's thread.
void HttpListener::Body::work(const Job& job) {
  --counts.waiting;
  if (*job.is_gone) return;
  Answer answer{.id = job.id, .bytes = {}, .closes = job.closes};
  if (Clock::now() > job.deadline) {
    ++counts.shed;
    handlers.failed(503);
    answer.closes = true;
    answer.bytes = job.head.method == "HEAD" ? library.failure_head(503) : library.failure(503);
  } else {
    answer.bytes = library.answer(job.head, job.peer, job.closes);
  }
  {
    const std::lock_guard lock(mutex);
    answers.push_back(std::move(answer));
  }
  readiness.ring();
}

void HttpListener::Body::take_answers() {
  std::vector<Answer> taken;
  {
    const std::lock_guard lock(mutex);
    taken.swap(answers);
  }
  for (Answer& answer : taken) {
    Connection* connection = table.find(answer.id);
    if (connection == nullptr) continue;
    connection->closes = answer.closes || is_draining;
    begin_writing(answer.id, *connection, std::move(answer.bytes));
  }
}

void HttpListener::Body::refuse(Id id, Connection& connection, int status, bool head_only) {
  handlers.failed(status);
  connection.closes = true;
  begin_writing(id, connection, head_only ? library.failure_head(status) : library.failure(status));
}

void HttpListener::Body::begin_writing(Id id, Connection& connection, std::string bytes) {
  connection.phase = Phase::writing;
  connection.deadline = now + options.write_time;
  connection.last_progress = now;
  connection.output = std::move(bytes);
  flush(id, connection);
}

void HttpListener::Body::flush(Id id, Connection& connection) {
  switch (connection.send()) {
    case Transfer::broken:
      return table.remove(id);
    case Transfer::blocked:
      return readiness.change(connection.socket(), id, EPOLLOUT);
    case Transfer::done:
      return finish_answer(id, connection);
  }
}

void HttpListener::Body::finish_answer(Id id, Connection& connection) {
  if (!connection.closes) return wait_for_request(id, connection);
  if (connection.has_ended) return table.remove(id);
  connection.end_output();
  connection.phase = Phase::closing;
  connection.deadline = now + lingering_time;
  readiness.change(connection.socket(), id, EPOLLIN);
}

/// The next one may have been read already.
void HttpListener::Body::wait_for_request(Id id, Connection& connection) {
  const bool has_begun = !connection.input.empty();
  connection.phase = has_begun ? Phase::reading : Phase::idle;
  connection.deadline = now + (has_begun ? options.head_time : options.idle_time);
  connection.last_progress = now;
  readiness.change(connection.socket(), id, EPOLLIN);
  advance(id, connection);
}

void HttpListener::Body::expire(Id id) {
  Connection& connection = *table.find(id);
  if (connection.phase == Phase::working) return;
  const bool is_stalled =
      connection.phase == Phase::writing && now - connection.last_progress > options.stall_time;
  if (now <= connection.deadline && !is_stalled) return;
  if (connection.phase == Phase::reading || connection.phase == Phase::writing) ++counts.timed_out;
  if (connection.phase == Phase::reading)
    refuse(id, connection, 408);
  else
    table.remove(id);
}

void HttpListener::Body::look_at_clocks() {
  if (now < next_look) return;
  next_look = now + tick;
  for (const Id id : table.ids()) expire(id);
  table.bound_output();
  if (!is_draining) readiness.change(listening.descriptor(), listening_key, EPOLLIN);
}

/// What the kernel accepted already is answered; connections between requests end.
void HttpListener::Body::begin_draining() {
  is_draining = true;
  drained_by = now + options.drain_time;
  accept_all();
  readiness.remove(listening.descriptor());
  listening.close();
  for (const Id id : table.ids()) {
    Connection& connection = *table.find(id);
    if (connection.phase != Phase::idle) continue;
    if (connection.requests > 0)
      table.remove(id);
    else
      connection.deadline = now + last_call;
  }
}

void HttpListener::Body::loop() {
  readiness.add(listening.descriptor(), listening_key, EPOLLIN);
  for (;;) {
    if (is_stopping && !is_draining) begin_draining();
    if (is_draining && (table.size() == 0 || now > drained_by)) return;
    const bool may_sleep = table.size() == 0 && !is_draining;
    const auto ready = readiness.wait(may_sleep ? -1 : static_cast<int>(tick.count()));
    now = Clock::now();
    for (const Readiness::Ready& one : ready) {
      if (one.key == Readiness::bell)
        take_answers();
      else if (one.key == listening_key)
        accept_all();
      else
        serve(one.key, one.events);
    }
    look_at_clocks();
    counts.open = table.size();
  }
}

HttpListener::HttpListener(const ListenerOptions& options, HttpHandlers handlers, ListenerCounts& counts)
    : body_(std::make_unique<Body>(options, handlers, counts)) {}

HttpListener::~HttpListener() = default;

std::uint16_t HttpListener::port() const noexcept { return body_->port; }

void HttpListener::run() {
  body_->loop();
  for (const Id id : body_->table.ids()) body_->table.remove(id);  // nobody waits for what is queued still
  body_->workers.shut_down();
}

void HttpListener::stop() noexcept {
  body_->is_stopping = true;
  body_->readiness.ring();
}

}  // namespace fihrist
