// SPDX-License-Identifier: GPL-3.0-or-later
// Work by several threads whose results come out in the order in which the tasks went in.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace fihrist {

/// A queue between one thread that submits tasks and takes results, and its helpers. The submitting thread
/// works too when it would wait, so that without helpers it does everything itself, and results are
/// delivered on it, in order. What a task throws comes out of submit() or finish() in its turn.
///
/// The queue is bounded by the number of its tasks and the sum of their weights (say, bytes).
template <typename Task, typename Result>
class OrderedPool {
 public:
  using Work = std::function<Result(Task&&)>;
  using Deliver = std::function<void(Result&&)>;

  struct Limits {
    std::size_t tasks = 256;
    std::size_t weight = std::size_t{16} * 1024 * 1024;
  };

  /// `make_work` is called once for each helper and once for the submitting thread: what it gives may keep
  /// a state of its own, which only one thread uses.
  OrderedPool(unsigned helpers, Limits limits, const std::function<Work()>& make_work, Deliver deliver)
      : limits_(limits), deliver_(std::move(deliver)) {
    for (unsigned i = 0; i <= helpers; ++i) works_.push_back(make_work());
    for (unsigned i = 1; i <= helpers; ++i) helpers_.emplace_back([this, i] { help(works_[i]); });
  }

  /// Tasks whose turn has not come are dropped.
  ~OrderedPool() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
  }

  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  void submit(Task&& task, std::size_t weight) {
    {
      const std::lock_guard lock(mutex_);
      queue_.push_back(std::make_shared<Slot>(Slot{.task = std::move(task), .weight = weight}));
      weight_ += weight;
    }
    changed_.notify_all();
    while (deliver_front(must_wait())) {
    }
  }

  /// Returns when everything that was submitted is delivered.
  void finish() {
    while (deliver_front(true)) {
    }
  }

 private:
  struct Slot {
    std::optional<Task> task;  ///< until somebody takes it
    std::size_t weight = 0;
    std::optional<Result> result;  ///< when it is done
    std::exception_ptr failure;
  };

  bool must_wait() {
    const std::lock_guard lock(mutex_);
    return helpers_.empty() || queue_.size() > limits_.tasks || weight_ > limits_.weight;
  }

  /// Delivers the oldest result. When it is not done yet: with `wait`, does it, or others for as long as who
  /// does it has not done; without, gives up. False when nothing was delivered.
  bool deliver_front(bool wait) {
    std::unique_lock lock(mutex_);
    if (queue_.empty()) return false;
    const std::shared_ptr<Slot> front = queue_.front();
    if (!is_done(*front) && !wait) return false;
    while (!is_done(*front)) {
      if (const std::shared_ptr<Slot> next = next_task())
        run(*next, works_.front(), lock);
      else
        changed_.wait(lock, [&] { return is_done(*front); });
    }
    queue_.pop_front();
    if (taken_ > 0) --taken_;
    weight_ -= front->weight;
    lock.unlock();
    if (front->failure) std::rethrow_exception(front->failure);
    deliver_(std::move(*front->result));
    return true;
  }

  static bool is_done(const Slot& slot) { return slot.result || slot.failure; }

  /// Does a task without the lock, and keeps what came of it under the lock.
  void run(Slot& slot, Work& work, std::unique_lock<std::mutex>& lock) {
    Task task = std::move(*slot.task);
    slot.task.reset();
    lock.unlock();
    std::optional<Result> result;
    std::exception_ptr failure;
    try {
      result.emplace(work(std::move(task)));
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    slot.result = std::move(result);
    slot.failure = failure;
  }

  void help(Work& work) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return closed_ || next_task() != nullptr; });
      if (closed_) return;
      run(*next_task(), work, lock);
      changed_.notify_all();
    }
  }

  /// The oldest task that nobody has taken.
  std::shared_ptr<Slot> next_task() {
    while (taken_ < queue_.size() && !queue_[taken_]->task) ++taken_;
    return taken_ < queue_.size() ? queue_[taken_] : nullptr;
  }

  const Limits limits_;
  Deliver deliver_;
  std::vector<Work> works_;  ///< that of the submitting thread first
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Slot>> queue_;
  std::size_t taken_ = 0;  ///< slots from the front that are known to be taken
  std::size_t weight_ = 0;
  bool closed_ = false;
  std::vector<std::jthread> helpers_;  ///< last, so that it ends first
};

}  // namespace fihrist
