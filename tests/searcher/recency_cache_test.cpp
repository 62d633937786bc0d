// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept, and what goes.
#include "searcher/recency_cache.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace fihrist {
namespace {

using Cache = RecencyCache<std::string>;

void keep(Cache& cache, std::uint64_t key, std::size_t bytes) {
  cache.keep(key, std::make_shared<const std::string>(bytes, 'w'), bytes);
}

}  // namespace

TEST_CASE("what is kept is found until so much came after it that there is no room") {
  Cache cache(10'000);
  keep(cache, 1, 100);
  REQUIRE(cache.find(1));
  CHECK(cache.find(1)->size() == 100);
  CHECK_FALSE(cache.find(2));
  for (std::uint64_t key = 10; key < 200; ++key) keep(cache, key, 100);
  CHECK_FALSE(cache.find(1));
  CHECK(cache.find(199));
}

TEST_CASE("what is asked for again and again stays") {
  Cache cache(10'000);
  keep(cache, 1, 100);
  for (std::uint64_t key = 10; key < 1000; ++key) {
    keep(cache, key, 100);
    REQUIRE(cache.find(1));
  }
}

TEST_CASE("no more is kept than there is room for") {
  Cache cache(10'000);
  for (std::uint64_t key = 0; key < 1000; ++key) keep(cache, key, 100);
  std::size_t bytes = 0;
  for (std::uint64_t key = 1000; key-- > 0;)
    if (const auto value = cache.find(key)) bytes += value->size();
  CHECK(bytes > 2000);
  CHECK(bytes <= 10'000);
}

TEST_CASE("one that is larger than all the room is not kept, and drives nothing out") {
  Cache cache(10'000);
  keep(cache, 1, 100);
  keep(cache, 2, 20'000);
  CHECK(cache.find(1));
  CHECK_FALSE(cache.find(2));
}

TEST_CASE("threads that keep and find at the same time get what they ask for") {
  Cache cache(50'000);
  std::vector<std::jthread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t thread = 0; thread < wrong.size(); ++thread)
    threads.emplace_back([&, thread] {
      for (std::uint64_t step = 0; step < 20'000; ++step) {
        const std::uint64_t key = step * (thread + 1) % 500;
        if (const auto value = cache.find(key))
          wrong[thread] += value->size() == key + 1 ? 0 : 1;
        else
          keep(cache, key, key + 1);
      }
    });
  threads.clear();
  CHECK(wrong == std::vector<int>(4, 0));
}

}  // namespace fihrist
