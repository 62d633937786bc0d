// SPDX-License-Identifier: GPL-3.0-or-later
// Names are filed once a commit.
#include "web/filed_names.hpp"

#include <doctest/doctest.h>

#include "tests/web/indexed_archive.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr const char* one_article =
    R"({"id":"a","title":"خبر أول","text":"نص قصير عن الحاسوب.","tags":["حواسيب"]})";
constexpr const char* another_article =
    R"({"id":"b","title":"خبر ثانٍ","text":"نص آخر عن الهواتف.","tags":["هواتف"]})";

}  // namespace

TEST_CASE("names stay filed until the archive changes, for every searcher of it") {
  const TemporaryDirectory directory;
  const auto index_line = [&](const std::string& name, const std::string& line) {
    write_file(directory / name, line + "\n");
    run_index({.archive = directory / "archive", .paths = {(directory / name).string()}});
  };
  index_line("a.jsonl", one_article);
  Archive archive(directory / "archive");
  Searcher first(archive), second(archive);
  FiledNames names;
  const auto filed = names.of(first, Field::tag);
  CHECK(filed->by_count.size() == 1);
  CHECK(names.of(second, Field::tag) == filed);
  CHECK(names.of(first, Field::author)->by_count.empty());
  index_line("b.jsonl", another_article);
  const auto anew = names.of(second, Field::tag);
  CHECK(anew->by_count.size() == 2);
  CHECK(anew->by_letter.size() == 2);
  CHECK(names.of(first, Field::tag) == anew);
  CHECK(filed->by_count.size() == 1);
}
