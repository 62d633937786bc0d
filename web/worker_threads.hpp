// SPDX-License-Identifier: GPL-3.0-or-later
// Threads with stacks of a known size and a queue that has an end.
#pragma once

#include <pthread.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace fihrist {

/// Runs jobs in the order in which they came, urgent ones before the others. The stacks are 16 MB whatever
/// the limits of the process say: the HTTP library matches some headers with std::regex, which recurses once
/// a character.
class WorkerThreads {
 public:
  enum class Urgency { ordinary, urgent };

  WorkerThreads(std::size_t threads, std::size_t longest_queue);
  ~WorkerThreads();  ///< shuts down
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;

  /// False, and nothing else, when the queue is full or closed. A job must not throw.
  bool try_enqueue(std::function<void()> job, Urgency urgency = Urgency::ordinary);
  /// Returns when every job that was taken is done; none is taken afterwards.
  void shut_down();

 private:
  static void* run(void* self);
  void work();
  std::function<void()> next();

  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<std::function<void()>> urgent_, ordinary_;
  std::size_t longest_queue_;
  bool is_closed_ = false;
  std::vector<pthread_t> threads_;
};

}  // namespace fihrist
