// SPDX-License-Identifier: GPL-3.0-or-later
// What the documents name is there.
#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "tests/house/source_tree.hpp"
#include "tests/project_top.hpp"

using namespace fihrist;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern); at != std::sregex_iterator(); ++at)
    found.push_back((*at)[1]);
  return found;
}

/// `analysis/fold.hpp` and the like: a path between backticks that begins with a folder of ours.
std::vector<std::string> paths_in_backticks(const std::string& text) {
  static const std::regex pattern(
      R"(`\.?/?((?:analysis|schema|indexer|searcher|web|cli|cmake|docs|tests|bench|scripts|sample|packaging|\.ci)/[A-Za-z0-9_./-]*)(?: [^`]*)?`)");
  return matches(text, pattern);
}

/// Targets of Markdown links that are no URL and no place on the same page.
std::vector<std::string> link_targets(const std::string& text) {
  static const std::regex pattern(R"(\]\((?![a-z]+:|#)([^)#\s]+)(?:#[^)]*)?\))");
  return matches(text, pattern);
}

std::vector<std::string> documents_in_comments(const std::string& text) {
  static const std::regex pattern(R"(\b(docs/[a-z0-9-]+\.md)\b)");
  return matches(text, pattern);
}

}  // namespace

TEST_SUITE("docs") {
  TEST_CASE("a path in a document is there") {
    for (const SourceFile& file : source_tree()) {
      if (file.extension() != ".md") continue;
      for (std::size_t i = 0; i < file.lines.size(); ++i) {
        for (const std::string& path : paths_in_backticks(file.lines[i]))
          CHECK_MESSAGE(fs::exists(test::project_top() / path), file.path << ":" << i + 1 << " names " << path);
        for (const std::string& path : link_targets(file.lines[i]))
          CHECK_MESSAGE(fs::exists(test::project_top() / fs::path(file.path).parent_path() / path),
                        file.path << ":" << i + 1 << " links to " << path);
      }
    }
  }

  TEST_CASE("a document that code points to is there") {
    std::set<std::string> missing;
    for (const SourceFile& file : source_tree())
      if (file.is_cpp() && !file.path.starts_with("tests/house/"))
        for (const std::string& text : file.lines)
          for (const std::string& path : documents_in_comments(text))
            if (!fs::exists(test::project_top() / path)) missing.insert(file.path + " points to " + path);
    for (const std::string& sentence : missing) CHECK_MESSAGE(false, sentence);
  }

  TEST_CASE("the search for paths finds them") {
    CHECK(paths_in_backticks("see `docs/no-such.md` and `fihrist index`") ==
          std::vector<std::string>{"docs/no-such.md"});
    CHECK(paths_in_backticks("run `scripts/demo --no-serve`") == std::vector<std::string>{"scripts/demo"});
    CHECK(link_targets("[a](docs/a.md#part) [b](https://example.org) [c](#top)") ==
          std::vector<std::string>{"docs/a.md"});
    CHECK(documents_in_comments("// exit codes (docs/operating.md)") ==
          std::vector<std::string>{"docs/operating.md"});
  }
}
