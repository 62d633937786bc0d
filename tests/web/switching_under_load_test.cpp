// SPDX-License-Identifier: GPL-3.0-or-later
// Visitors who ask without a pause while the archive is written to, rebuilt and switched.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "indexer/generation_switch.hpp"
#include "indexer/indexer.hpp"
#include "indexer/write_lock.hpp"
#include "schema/archive_layout.hpp"
#include "tests/web/running_server.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr std::array paths{"/search?q=%D9%87%D8%A7%D8%AA%D9%81",
                           "/api/v1/search?q=&facets=1",
                           "/",
                           "/2017/01",
                           "/article/s8",
                           "/search?q=&sort=oldest",
                           "/feed.atom",
                           "/suggest?q=%D9%87"};

/// Asks until it is told to end, and so often at least.
class Visitor {
 public:
  explicit Visitor(const RunningServer& running)
      : thread_([this, &running](const std::stop_token& stop) {
          auto client = running.client();
          client.set_keep_alive(true);
          client.set_read_timeout(std::chrono::minutes(10));  // a slow machine is no failure
          for (std::size_t i = 0; i < at_least || !stop.stop_requested(); ++i) {
            const char* path = paths[i % paths.size()];
            const auto answer = client.Get(path);
            if (!answer || answer->status != 200)
              failures_.push_back(fmt::format("{}: {}", path, answer ? answer->status : 0));
            ++asked_;
          }
        }) {}
  /// What went wrong, when it has ended.
  std::vector<std::string> end() {
    thread_.request_stop();
    thread_.join();
    return failures_;
  }
  std::size_t asked() const { return asked_; }

  static constexpr std::size_t at_least = 100;

 private:
  std::vector<std::string> failures_;
  std::atomic<std::size_t> asked_ = 0;
  std::jthread thread_;  // the last one: it uses the others
};

/// An archive's sources, which grow, and its index.
class Operator {
 public:
  explicit Operator(const std::filesystem::path& archive)
      : archive_(archive), sources_(archive.parent_path()) {}

  void commit() {
    const auto file = sources_ / fmt::format("more-{}.jsonl", ++count_);
    write_file(file,
               fmt::format(R"({{"id":"more-{}","title":"هاتف {}","text":"نص جديد","date":"2017-01-21"}})",
                           count_, count_));
    files_.push_back(file.string());
    run_index({.archive = archive_, .paths = {file.string()}});
  }
  void rebuild_and_switch() {
    const auto aside = sources_ / fmt::format("aside-{}", count_);
    run_index({.archive = aside, .paths = files_});
    {
      const WriteLock lock{ArchiveLayout(archive_)};
      adopt_generation(archive_, aside);
    }
    switch_forward(archive_);
  }
  void go_back_and_forth() {
    switch_back(archive_);
    switch_forward(archive_);
  }

 private:
  std::filesystem::path archive_, sources_;
  std::vector<std::string> files_{(sources_ / "articles.jsonl").string()};
  int count_ = 0;
};

}  // namespace

TEST_CASE("commits, rebuilds and switches are followed without one request that fails") {
  const RunningServer running({.queue_time = std::chrono::minutes(10)});  // a slow machine sheds none
  std::vector<std::unique_ptr<Visitor>> visitors;
  for (int i = 0; i < 3; ++i) visitors.push_back(std::make_unique<Visitor>(running));
  Operator op(running.archive.path());
  for (int round = 0; round < 6; ++round) {
    op.commit();
    op.rebuild_and_switch();
    op.go_back_and_forth();
  }
  for (auto& visitor : visitors) {
    CHECK(fmt::format("{}", fmt::join(visitor->end(), "\n")) == "");
    CHECK(visitor->asked() >= Visitor::at_least);
  }
  const auto now = running.client().Get("/api/v1/search?q=&limit=0");
  REQUIRE(now);
  CHECK(now->body.find("\"total\":13") != std::string::npos);
}
