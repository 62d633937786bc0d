// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of following an archive while others write to it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "schema/archive_layout.hpp"
#include "schema/error.hpp"
#include "searcher/searcher.hpp"
#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::IndexFixture;
using test::OpenedIndex;

ErrorCode code_of_opening(const std::filesystem::path& directory) {
  try {
    Archive archive(directory);
  } catch (const Error& error) {
    CHECK(std::string(error.what()).size() > 10);
    CHECK_FALSE(error.hint().empty());
    return error.code();
  }
  FAIL("opened");
  return ErrorCode::usage;
}

TEST_CASE("what is no index is refused with a reason and a hint") {
  test::TemporaryDirectory empty;
  CHECK(code_of_opening(empty.path()) == ErrorCode::failed);
  CHECK(code_of_opening(empty / "missing") == ErrorCode::failed);

  test::write_file(empty / "index/current", "gen-000001\n");
  CHECK(code_of_opening(empty.path()) == ErrorCode::damaged);
  test::write_file(empty / "index/gen-000001/iamglass", "no database");
  CHECK(code_of_opening(empty.path()) != ErrorCode::usage);
}

TEST_CASE("a searcher sees what is committed, without being told") {
  OpenedIndex index({article("a", "هاتف", "نص")});
  CHECK(index.ids("حاسوب").empty());
  const std::uint64_t before = index.searcher.revision();
  index.index.add({article("b", "حاسوب", "كلمات جديدة")});
  CHECK(index.ids("حاسوب") == std::vector<std::string>{"b"});
  CHECK(index.ids("\"كلمات جديدة\"") == std::vector<std::string>{"b"});
  CHECK(index.searcher.revision() > before);
  index.index.remove("b");
  CHECK(index.ids("حاسوب").empty());
  CHECK_FALSE(index.searcher.article("b"));
}

TEST_CASE("a question asked again gets the same answer, and a new one as soon as the archive changes") {
  OpenedIndex index({article("a", "هاتف", "نص")});
  const auto ids = [&](const SearchRequest& request) {
    std::vector<std::string> found;
    for (const Hit& hit : index.searcher.search(request).hits) found.push_back(hit.id);
    return found;
  };
  const SearchRequest request{.text = "هاتف", .sort = Sort::oldest};
  CHECK(ids(request) == std::vector<std::string>{"a"});
  CHECK(ids(request) == std::vector<std::string>{"a"});
  CHECK(ids({.text = "هاتف", .tags = {"لا شيء"}}).empty());
  index.index.add({article("b", "هاتف", "نص آخر")});
  CHECK(ids(request) == std::vector<std::string>{"a", "b"});
  index.index.remove("a");
  CHECK(ids(request) == std::vector<std::string>{"b"});
  index.index.rebuild({article("c", "هاتف", "نص")});
  CHECK(ids(request) == std::vector<std::string>{"c"});
}

TEST_CASE("a searcher follows the switch to another generation") {
  OpenedIndex index({article("old", "هاتف", "نص")});
  CHECK(index.ids("هاتف") == std::vector<std::string>{"old"});
  index.index.rebuild({article("new", "هاتف", "نص آخر تماما")});
  CHECK(index.ids("هاتف") == std::vector<std::string>{"new"});
  CHECK(index.ids("\"نص آخر\"") == std::vector<std::string>{"new"});
}

TEST_CASE("every commit is seen, one close behind another or long after, in one generation and the next") {
  OpenedIndex index({article("0", "هاتف", "نص")});
  std::uint64_t total = 1;
  const auto add_and_see = [&] {
    index.index.add({article(std::to_string(total), "هاتف", fmt::format("نص رقم{}", total))});
    CHECK(index.search("هاتف").total == ++total);
    CHECK(index.search("هاتف").total == total);
  };
  for (int generation = 0; generation < 2; ++generation) {
    for (int i = 0; i < 20; ++i) add_and_see();
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // until stamps of files are relied on
    CHECK(index.search("هاتف").total == total);
    for (int i = 0; i < 3; ++i) add_and_see();
    total = 1;
    index.index.rebuild({article("0", "هاتف", "نص")});
    CHECK(index.search("هاتف").total == total);
  }
}

TEST_CASE("a mistake in the owner's files stops no searcher that follows commits") {
  OpenedIndex index({article("a", "هاتف", "نص")});
  const ArchiveLayout layout(index.index.path());
  test::write_file(layout.names(), "no row\n");
  test::write_file(layout.plurals(), "no row\n");
  index.index.add({article("b", "حاسوب", "نص")});
  CHECK(index.ids("حاسوب") == std::vector<std::string>{"b"});
  index.index.rebuild({article("c", "هاتف", "نص")});
  CHECK(index.ids("هاتف") == std::vector<std::string>{"c"});
}

TEST_CASE("a searcher that cannot load the newest state answers from no other, until it can") {
  OpenedIndex index({article("a", "هاتف", "نص")});
  REQUIRE(index.ids("هاتف") == std::vector<std::string>{"a"});
  const std::string sound = index.index.replace_manifest(R"({"format": 999999})");
  for (int asked = 0; asked < 3; ++asked) CHECK_THROWS_AS(index.search("هاتف"), Error);
  index.index.replace_manifest(sound);
  CHECK(index.ids("هاتف") == std::vector<std::string>{"a"});
}

TEST_CASE("a reader that is overtaken many times answers from the newest state") {
  OpenedIndex index({article("0", "هاتف", "نص")});
  for (int i = 1; i <= 60; ++i) {
    index.index.add({article(std::to_string(i), "هاتف", fmt::format("نص رقم{}", i))});
    if (i % 7 == 0) CHECK(index.search("هاتف").total == static_cast<std::uint64_t>(i) + 1);
  }
  CHECK(index.search("هاتف").total == 61);
}

TEST_CASE("searchers of many threads answer while another writes") {
  OpenedIndex index({article("0", "هاتف", "نص الخبر")});
  std::atomic<bool> stop = false;
  std::atomic<int> answers = 0, wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back([&] {
      Searcher searcher(index.archive);
      std::uint64_t last = 0;
      while (!stop) {
        const SearchResults results = searcher.search({.text = "هاتف \"نص الخبر\"", .facets = true});
        if (results.total < last || results.hits.empty()) ++wrong;
        last = results.total;
        searcher.suggest("هات", 5);
        ++answers;
      }
    });
  for (int i = 1; i <= 30; ++i)
    index.index.add({article(std::to_string(i), "هاتف", fmt::format("نص الخبر {}", i))});
  while (answers < 30) std::this_thread::yield();
  stop = true;
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(index.search("هاتف").total == 31);
}

}  // namespace
}  // namespace fihrist
