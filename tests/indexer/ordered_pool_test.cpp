// SPDX-License-Identifier: GPL-3.0-or-later
// Many threads, one order.
#include "indexer/ordered_pool.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

namespace fihrist {
namespace {

using Pool = OrderedPool<int, int>;

/// The first tasks take longest, so that later ones are done before them.
Pool::Work slow_square() {
  return [](int&& number) {
    if (number < 8) std::this_thread::sleep_for(std::chrono::milliseconds(8 - number));
    return number * number;
  };
}

}  // namespace

TEST_CASE("results come in the order of the tasks, whatever the number of helpers and the limits") {
  for (const unsigned helpers : {0U, 1U, 3U})
    for (const Pool::Limits limits : {Pool::Limits{.tasks = 1, .weight = 1000},
                                      Pool::Limits{.tasks = 100, .weight = 1}, Pool::Limits{}}) {
      CAPTURE(helpers);
      std::vector<int> results;
      {
        Pool pool(helpers, limits, slow_square, [&](int&& result) { results.push_back(result); });
        for (int i = 0; i < 200; ++i) pool.submit(int{i}, 1);
        pool.finish();
      }
      REQUIRE(results.size() == 200);
      bool in_order = true;
      for (int i = 0; i < 200; ++i) in_order = in_order && results[static_cast<std::size_t>(i)] == i * i;
      CHECK(in_order);
    }
}

TEST_CASE("the queue stays within its limit") {
  std::atomic<int> waiting = 0;
  std::atomic<int> most = 0;
  Pool pool(
      2, {.tasks = 4, .weight = 1000}, [] { return Pool::Work([](int&& number) { return number; }); },
      [&](int&&) { --waiting; });
  for (int i = 0; i < 100; ++i) {
    most = std::max(most.load(), ++waiting);
    pool.submit(int{i}, 1);
  }
  pool.finish();
  CHECK(most <= 6);
  CHECK(waiting == 0);
}

TEST_CASE("the submitting thread goes on with other tasks while a helper takes long over the oldest") {
  std::mutex mutex;
  std::condition_variable changed;
  bool last_was_done = false, first_saw_it = false;
  const auto make_work = [&] {
    return Pool::Work([&](int&& number) {
      std::unique_lock lock(mutex);
      if (number == 0)
        first_saw_it = changed.wait_for(lock, std::chrono::seconds(20), [&] { return last_was_done; });
      if (number == 4) last_was_done = true;
      changed.notify_all();
      return number;
    });
  };
  std::vector<int> results;
  Pool pool(1, {.tasks = 4, .weight = 1000}, make_work, [&](int&& result) { results.push_back(result); });
  for (int i = 0; i < 5; ++i) pool.submit(int{i}, 1);
  pool.finish();
  CHECK(first_saw_it);
  CHECK(results == std::vector<int>{0, 1, 2, 3, 4});
}

TEST_CASE("what a task throws comes out in its turn, and those before it are delivered") {
  for (const unsigned helpers : {0U, 2U}) {
    CAPTURE(helpers);
    std::vector<int> results;
    const auto make_work = [] {
      return Pool::Work([](int&& number) {
        if (number == 5) throw std::runtime_error("five");
        return number;
      });
    };
    Pool pool(helpers, {}, make_work, [&](int&& result) { results.push_back(result); });
    const auto all = [&] {
      for (int i = 0; i < 10; ++i) pool.submit(int{i}, 1);
      pool.finish();
    };
    CHECK_THROWS_WITH(all(), "five");
    CHECK(results == std::vector<int>{0, 1, 2, 3, 4});
  }
}

TEST_CASE("what receives the results may throw, and the pool ends") {
  Pool pool(2, {}, slow_square, [](int&&) { throw std::runtime_error("full"); });
  const auto all = [&] {
    for (int i = 0; i < 10; ++i) pool.submit(int{i}, 1);
    pool.finish();
  };
  CHECK_THROWS_WITH(all(), "full");
}

TEST_CASE("every thread has a work of its own") {
  std::atomic<int> made = 0;
  const auto make_work = [&] {
    ++made;
    return Pool::Work([](int&& number) { return number; });
  };
  const Pool pool(3, {}, make_work, [](int&&) {});
  CHECK(made == 4);
}

}  // namespace fihrist
