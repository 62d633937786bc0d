// SPDX-License-Identifier: GPL-3.0-or-later
// A small archive in a directory of its own, made by the program itself.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "tests/cli/string_console.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist::test {

inline constexpr const char* three_articles =
    R"({"id":"s8","title":"سامسونج تعلن عن هاتف Galaxy S8","text":"كشفت سامسونج عن هاتفها الجديد بذاكرة 6 GB.\nيصل الهاتف إلى الأسواق في أبريل.","author":"محرر الهواتف","source":"مدار الهواتف","date":"2017-03-29","url":"https://example.org/s8","tags":["هواتف"]}
{"id":"py","title":"صدور لغة بايثون 3.9","text":"صدرت لغة البرمجة بايثون بإصدارها الجديد.","author":["زاوية المطور","فريق التحرير"],"source":"دفتر المبرمج","date":"2020-10-05"}
{"id":"undated","title":"كيف تحمي حسابك","text":"كلمة المرور الطويلة أول ما يحمي حسابك من الاختراق."}
)";

/// Removed with everything in it at the end of the test.
class ArchiveFixture {
 public:
  explicit ArchiveFixture(const std::string& lines = three_articles) {
    std::ofstream(input(), std::ios::binary) << lines;
    first_run = run({"index", input()});
  }

  std::string input() const { return (directory_ / "articles.jsonl").string(); }
  std::string archive() const { return (directory_ / "archive").string(); }
  std::string path(const std::string& name) const { return (directory_ / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
  }

  /// The program on this archive.
  Run run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-C", archive()});
    return test::run(arguments);
  }

  Run first_run;

 private:
  TemporaryDirectory directory_;
};

inline bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace fihrist::test
