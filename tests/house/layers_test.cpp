// SPDX-License-Identifier: GPL-3.0-or-later
// The floors of the house: every include of every room is judged, and so are the judges.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/house/layer_rules.hpp"
#include "tests/project_top.hpp"

using namespace fihrist;

namespace {

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  for (const SourceFile& file : source_tree())
    if (file.is_cpp())
      for (Include& include : includes_of(file)) includes.push_back(std::move(include));
  return includes;
}

}  // namespace

TEST_SUITE("layers") {
  TEST_CASE("an include points down or stays inside") {
    const std::vector<Include> includes = all_includes();
    REQUIRE(includes.size() > 100);
    for (const Include& include : includes) {
      const auto breach = breach_of_floor(include);
      CHECK_MESSAGE(!breach, breach.value_or(""));
    }
    for (const std::string& breach : breaches_of_privacy(includes)) CHECK_MESSAGE(breach.empty(), breach);
  }

  TEST_CASE("httplib.h is included by one file of web") {
    std::vector<std::string> files;
    for (const Include& include : all_includes())
      if (include.name == "httplib.h" && include.from.starts_with("web/")) files.push_back(include.from);
    CHECK(files.size() <= 1);
  }

  TEST_CASE("a quoted include names a file of the project") {
    for (const Include& include : all_includes()) {
      CAPTURE(include.from);
      CAPTURE(include.name);
      if (include.quoted) CHECK(std::filesystem::exists(test::project_top() / include.name));
    }
  }

  TEST_CASE("nothing of the rooms includes tests or benchmarks") {
    for (const Include& include : all_includes()) {
      const bool aside = include.from.starts_with("tests/") || include.from.starts_with("bench/");
      CAPTURE(include.from);
      if (!aside) CHECK_FALSE(include.name.starts_with("tests/"));
      if (!aside) CHECK_FALSE(include.name.starts_with("bench/"));
    }
  }

  TEST_CASE("no room uses Xapian's one MatchAll, whose references threads count without a lock") {
    for (const SourceFile& file : source_tree()) {
      if (!file.is_cpp() || file.room() == "tests" || file.room() == "bench") continue;
      for (std::size_t i = 0; i < file.lines.size(); ++i)
        if (file.lines[i].find("Query::MatchAll") != std::string::npos) FAIL_CHECK(file.path << ":" << i + 1);
    }
  }

  TEST_CASE("the judge knows what is forbidden") {
    struct Row {
      const char* from;
      const char* name;
      bool quoted;
      bool allowed;
    };
    for (const Row& row : std::initializer_list<Row>{
             {"analysis/fold.cpp", "analysis/fold.hpp", true, true},
             {"analysis/fold.cpp", "schema/fields.hpp", true, false},
             {"schema/fields.hpp", "analysis/date.hpp", true, true},
             {"schema/fields.hpp", "searcher/search.hpp", true, false},
             {"searcher/searcher.cpp", "indexer/indexer.hpp", true, false},
             {"indexer/indexer.cpp", "searcher/searcher.hpp", true, false},
             {"web/server.cpp", "searcher/searcher.hpp", true, true},
             {"web/server.cpp", "indexer/indexer.hpp", true, false},
             {"web/server.cpp", "cli/console.hpp", true, false},
             {"cli/main.cpp", "web/server.hpp", true, true},
             {"cli/main.cpp", "console.hpp", true, false},
             {"web/server.cpp", "tests/doctest_main.cpp", true, false},
             {"searcher/searcher.cpp", "xapian.h", false, true},
             {"web/server.cpp", "xapian.h", false, false},
             {"cli/main.cpp", "xapian.h", false, false},
             {"analysis/fold.cpp", "xapian/database.h", false, false},
             {"web/http_listener.cpp", "httplib.h", false, true},
             {"web/http_listener.hpp", "httplib.h", false, false},
             {"cli/main.cpp", "httplib.h", false, false},
             {"analysis/fold.cpp", "unicode/uchar.h", false, true},
             {"searcher/searcher.cpp", "unicode/uchar.h", false, false},
             {"analysis/fold.cpp", "vector", false, true},
             {"tests/web/server_test.cpp", "httplib.h", false, true},
         }) {
      CAPTURE(row.from);
      CAPTURE(row.name);
      const auto breach = breach_of_floor({.from = row.from, .name = row.name, .quoted = row.quoted});
      CHECK(breach.has_value() != row.allowed);
    }
  }

  TEST_CASE("the judge knows which headers show Xapian") {
    const std::vector<Include> inside{
        {.from = "searcher/query_compiler.hpp", .name = "xapian.h"},
        {.from = "searcher/searcher.cpp", .name = "searcher/query_compiler.hpp", .quoted = true}};
    CHECK(breaches_of_privacy(inside).empty());

    auto shown = inside;
    shown.push_back({.from = "web/server.cpp", .name = "searcher/query_compiler.hpp", .quoted = true});
    CHECK(breaches_of_privacy(shown).size() == 1);

    const std::vector<Include> by_another_header{
        {.from = "searcher/query_compiler.hpp", .name = "schema/xapian_guard.hpp", .quoted = true},
        {.from = "searcher/searcher.hpp", .name = "searcher/query_compiler.hpp", .quoted = true},
        {.from = "web/server.cpp", .name = "searcher/searcher.hpp", .quoted = true}};
    CHECK(breaches_of_privacy(by_another_header).size() == 1);

    const std::vector<Include> in_schema{{.from = "schema/fields.hpp", .name = "xapian.h"}};
    CHECK(breaches_of_privacy(in_schema).size() == 1);
  }
}
