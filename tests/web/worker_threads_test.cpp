// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that finish what they were given.
#include "web/worker_threads.hpp"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>

using namespace fihrist;

TEST_CASE("every job that was taken is done before the threads end") {
  std::atomic<int> done = 0;
  WorkerThreads threads(3, 4);
  for (int i = 0; i < 200; ++i)  // far more than the queue holds: enqueue() waits
    threads.enqueue([&] {
      std::this_thread::sleep_for(std::chrono::microseconds(100));
      ++done;
    });
  threads.shut_down();
  CHECK(done == 200);
}

TEST_CASE("a full queue makes the next one wait until there is room") {
  WorkerThreads threads(1, 1);
  std::atomic<bool> may_go = false;
  std::atomic<bool> was_taken = false;
  const auto wait = [&] {
    while (!may_go) std::this_thread::yield();
  };
  threads.enqueue(wait);
  threads.enqueue(wait);
  std::thread late([&] {
    threads.enqueue([] {});
    was_taken = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK_FALSE(was_taken);
  may_go = true;
  late.join();
  CHECK(was_taken);
}

TEST_CASE("a job may use more stack than the process's own limit for threads allows") {
  std::atomic<int> sum = 0;
  WorkerThreads threads(1, 1);
  threads.enqueue([&] {
    std::array<volatile char, std::size_t{12} << 20> deep;
    for (std::size_t i = 0; i < deep.size(); i += 4096) deep[i] = 1;
    sum = deep[0] + deep[deep.size() - 4096];
  });
  threads.shut_down();
  CHECK(sum == 2);
}
