// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of choosing a reader: by what an input holds, never by its name alone.
#include "indexer/readers/registry.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

namespace fihrist {
namespace {

using namespace std::string_view_literals;

std::string_view chosen(std::string_view head, std::string_view name = "file") {
  const Reader* reader = choose_reader(head, name);
  return reader == nullptr ? "none" : reader->format();
}

TEST_CASE("the first bytes decide") {
  struct Row {
    std::string_view head;
    std::string_view format;
  };
  for (const Row& row : {Row{"{\"title\":\"a\"}\n"sv, "jsonl"},
                         Row{" \r\n\t{}"sv, "jsonl"},
                         Row{"\xEF\xBB\xBF{}"sv, "jsonl"},
                         Row{"[{\"id\":1}]"sv, "jsonl"},
                         Row{"[1] قال الكاتب"sv, "text"},
                         Row{"تويتر تتخلى عن زر الشراء\n"sv, "text"},
                         Row{"\xC7\xE1\xD4\xD1\xE6\xD8"sv, "text"},
                         Row{"\xFF\xFE\x27\x06\x44\x06\x20\x00\x34\x06"sv, "text"},
                         Row{"\x27\x06\x44\x06\x20\x00\x34\x06\x31\x06"sv, "text"},
                         Row{" \n"sv, "text"},
                         Row{""sv, "none"},
                         Row{"PK\x03\x04..."sv, "none"},
                         Row{"\x1F\x8B\x08..."sv, "none"},
                         Row{"%PDF-1.4"sv, "none"},
                         Row{"\x89PNG\r\n"sv, "none"},
                         Row{"a\0b\0\0\0\x01\x02\x03"sv, "none"},
                         Row{"<!DOCTYPE html><html>"sv, "html"},
                         Row{"\n<!-- saved from url=(0019)http://example.com/ -->\n<HTML><body>"sv, "html"},
                         Row{"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>"sv, "html"},
                         Row{"<p>نص<br>نص</p><p>نص</p>"sv, "html"},
                         Row{"<b>نص</b> في سطر"sv, "text"},
                         Row{"\n<?xml version='1.0'?><rss>"sv, "feed"},
                         Row{"<?xml version='1.0'?><svg>"sv, "none"}}) {
    CAPTURE(row.head);
    CHECK(chosen(row.head) == row.format);
  }
}

TEST_CASE("a name breaks ties only") {
  CHECK(chosen("PK\x03\x04", "page.txt") == "none");
  CHECK(chosen("نص عادي", "page.jsonl") == "text");
  CHECK(chosen("[]", "empty.json") == "jsonl");
  CHECK(chosen("[]", "empty.txt") == "text");
  CHECK(chosen("<em>نص</em>", "page.html") == "html");
}

TEST_CASE("each reader is found by its own name") {
  std::set<std::string_view> names;
  for (const Reader* reader : all_readers()) {
    CHECK(reader_named(reader->format()) == reader);
    names.insert(reader->format());
  }
  CHECK(names.size() == all_readers().size());
  CHECK(reader_named("auto") == nullptr);
  CHECK(reader_named("") == nullptr);
}

}  // namespace
}  // namespace fihrist
