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

/// Empty when there is none and none will come.
std::function<void()> WorkerThreads::next() {
  std::unique_lock lock(mutex_);
  came_.wait(lock, [&] { return is_closed_ || !urgent_.empty() || !ordinary_.empty(); });
  auto& queue = urgent_.empty() ? ordinary_ : urgent_;
  if (queue.empty()) return {};
  std::function<void()> job = std::move(queue.front());
  queue.pop_front();
  return job;
}

void WorkerThreads::work() {
  while (const std::function<void()> job = next()) job();
}

bool WorkerThreads::try_enqueue(std::function<void()> job, Urgency urgency) {
  {
    const std::lock_guard lock(mutex_);
    auto& queue = urgency == Urgency::urgent ? urgent_ : ordinary_;
    if (is_closed_ || queue.size() >= longest_queue_) return false;
    queue.push_back(std::move(job));
  }
  came_.notify_one();
  return true;
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
