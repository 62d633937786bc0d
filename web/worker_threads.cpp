// SPDX-License-Identifier: GPL-3.0-or-later
// pthreads instead of std::thread, because only they let a stack be sized.
#include "web/worker_threads.hpp"

#include <system_error>

namespace fihrist {
namespace {

constexpr std::size_t stack_bytes = std::size_t{16} << 20;

}  // namespace

WorkerThreads::WorkerThreads(std::size_t threads, std::size_t longest_queue) : longest_queue_(longest_queue) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_bytes);
  int failure = 0;
  while (threads_.size() < threads && failure == 0) {
    pthread_t thread{};
    failure = pthread_create(&thread, &attributes, &WorkerThreads::run, this);
    if (failure == 0) threads_.push_back(thread);
  }
  pthread_attr_destroy(&attributes);
  if (threads_.empty()) throw std::system_error(failure, std::generic_category(), "starting threads");
}

WorkerThreads::~WorkerThreads() { shut_down(); }

void* WorkerThreads::run(void* self) {
  static_cast<WorkerThreads*>(self)->work();
  return nullptr;
}

void WorkerThreads::work() {
  for (;;) {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [&] { return is_closed_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    const std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    went_.notify_one();
    job();
  }
}

void WorkerThreads::enqueue(std::function<void()> job) {
  std::unique_lock lock(mutex_);
  went_.wait(lock, [&] { return jobs_.size() < longest_queue_; });
  jobs_.push_back(std::move(job));
  lock.unlock();
  came_.notify_one();
}

void WorkerThreads::shut_down() {
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
  }
  came_.notify_all();
  for (const pthread_t thread : threads_) pthread_join(thread, nullptr);
  threads_.clear();
}

}  // namespace fihrist
