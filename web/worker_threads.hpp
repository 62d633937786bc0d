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

/// Runs jobs in the order in which they came. The stacks are 16 MB whatever the limits of the process say:
/// the HTTP library matches some headers with std::regex, which recurses once a character.
class WorkerThreads {
 public:
  WorkerThreads(std::size_t threads, std::size_t longest_queue);
  ~WorkerThreads();  ///< shuts down
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;

  /// Waits while the queue is full: then new connections wait in the kernel. A job must not throw.
  void enqueue(std::function<void()> job);
  /// Returns when every job that was enqueued is done; none may be enqueued afterwards.
  void shut_down();

 private:
  static void* run(void* self);
  void work();

  std::mutex mutex_;
  std::condition_variable came_, went_;
  std::deque<std::function<void()>> jobs_;
  std::size_t longest_queue_;
  bool is_closed_ = false;
  std::vector<pthread_t> threads_;
};

}  // namespace fihrist
