// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages say: plural forms, digits, escaping, and that no language lacks a sentence.
#include "web/messages.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "web/embedded_files.hpp"

using namespace fihrist;

namespace {

const Messages& arabic() {
  static const Messages messages(Language::arabic);
  return messages;
}

std::string counted(const char* key, std::uint64_t count, const Messages& messages = arabic()) {
  return messages.text(key, {count_argument("count", count)});
}

nlohmann::json file_of(Language language) {
  return nlohmann::json::parse(embedded_file("messages/" + std::string(code_of(language)) + ".json"));
}

}  // namespace

TEST_CASE("Arabic counts take the form that their number asks for") {
  struct Row {
    std::uint64_t count;
    const char* results;
    const char* articles;
  };
  const Row rows[] = {
      {0, "لا نتائج", "لا مقالات"},
      {1, "نتيجة واحدة", "مقال واحد"},
      {2, "نتيجتان", "مقالان"},
      {3, "3 نتائج", "3 مقالات"},
      {10, "10 نتائج", "10 مقالات"},
      {11, "11 نتيجة", "11 مقالًا"},
      {99, "99 نتيجة", "99 مقالًا"},
      {100, "100 نتيجة", "100 مقال"},
      {102, "102 نتيجة", "102 مقال"},
      {103, "103 نتائج", "103 مقالات"},
      {12480, "12,480 نتيجة", "12,480 مقالًا"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.count);
    CHECK(counted("results", row.count) == row.results);
    CHECK(counted("articles", row.count) == row.articles);
  }
}

TEST_CASE("other languages count in their own way") {
  const Messages english(Language::english);
  CHECK(counted("results", 0, english) == "No results");
  CHECK(counted("results", 1, english) == "1 result");
  CHECK(counted("results", 1234, english) == "1,234 results");
  const Messages french(Language::french);
  CHECK(counted("articles", 1, french) == "1 article");
  CHECK(counted("articles", 3, french) == "3 articles");
}

TEST_CASE("numbers are written with European digits") { CHECK(arabic().number(12480) == "12,480"); }

TEST_CASE("markup in an argument stays, text in an argument is escaped") {
  CHECK(arabic().html("results_for", {{"count", "<b>"}, {"query", Html::trusted("<bdi>س</bdi>")}}).markup() ==
        "&lt;b&gt; عن «<bdi>س</bdi>»");
}

TEST_CASE("braces and apostrophes of a reader's text do not disturb a message") {
  for (const std::string text : {"{count}", "'{'", "{0} ' # |", "it's"}) {
    CAPTURE(text);
    CHECK(arabic().text("chip_from", {{"from", text}}) == "من " + text);
  }
}

TEST_CASE("every language has the same messages, each a pattern that ICU reads") {
  const auto arabic_file = file_of(Language::arabic);
  for (const Language language : all_languages) {
    CAPTURE(code_of(language));
    CHECK_NOTHROW(Messages{language});
    const auto file = file_of(language);
    CHECK(file.size() == arabic_file.size());
    for (const auto& [key, pattern] : arabic_file.items()) {
      CAPTURE(key);
      CHECK(file.contains(key));
    }
  }
}

TEST_CASE("a message that does not exist is our own mistake and said so") {
  CHECK_THROWS_AS(arabic().text("no_such_message"), std::logic_error);
}
