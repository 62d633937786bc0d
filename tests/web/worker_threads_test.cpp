// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that finish what they were given.
#include "web/worker_threads.hpp"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

using namespace fihrist;

TEST_CASE("every job that was taken is done before the threads end") {
  std::atomic<int> done = 0;
  int taken = 0;
  WorkerThreads threads(3, 4);
  for (int i = 0; i < 200; ++i)  // far more than the queue holds: some are refused
    taken += threads.try_enqueue([&] {
      std::this_thread::sleep_for(std::chrono::microseconds(100));
      ++done;
    });
  threads.shut_down();
  CHECK(taken > 0);
  CHECK(done == taken);
  CHECK_FALSE(threads.try_enqueue([&] { ++done; }));
  CHECK(done == taken);
}

TEST_CASE("a full queue takes no more, but urgent jobs have one of their own, which goes first") {
  WorkerThreads threads(1, 1);
  std::atomic<bool> has_begun = false;
  std::atomic<bool> may_go = false;
  std::string order;
  REQUIRE(threads.try_enqueue([&] {
    has_begun = true;
    while (!may_go) std::this_thread::yield();
  }));
  while (!has_begun) std::this_thread::yield();
  CHECK(threads.try_enqueue([&] { order += "ordinary "; }));
  CHECK_FALSE(threads.try_enqueue([&] { order += "never "; }));
  CHECK(threads.try_enqueue([&] { order += "urgent "; }, WorkerThreads::Urgency::urgent));
  may_go = true;
  threads.shut_down();
  CHECK(order == "urgent ordinary ");
}

TEST_CASE("a job may use more stack than the process's own limit for threads allows") {
  std::atomic<int> sum = 0;
  WorkerThreads threads(1, 1);
  threads.try_enqueue([&] {
    std::array<volatile char, std::size_t{12} << 20> deep;
    for (std::size_t i = 0; i < deep.size(); i += 4096) deep[i] = 1;
    sum = deep[0] + deep[deep.size() - 4096];
  });
  threads.shut_down();
  CHECK(sum == 2);
}
