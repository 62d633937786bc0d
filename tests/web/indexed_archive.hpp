// SPDX-License-Identifier: GPL-3.0-or-later
// A real archive for tests that ask for pages.
#pragma once

#include <string>

#include "indexer/indexer.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist::test {

/// Five dated articles in three months of two years, one undated, one hostile.
// clang-format off
inline constexpr const char* some_articles = R"jsonl({"id":"s8","title":"سامسونج تعلن عن هاتف Galaxy S8","text":"كشفت سامسونج عن هاتفها الجديد بذاكرة 6 GB.\nيصل الهاتف إلى الأسواق في أبريل.","author":"أحمد منصور","source":"The Verge","date":"2017-01-20T16:56","url":"https://example.org/s8","tags":["هواتف"]}
{"id":"nokia","title":"نوكيا تعود بهاتف Nokia 6","text":"تعود نوكيا إلى السوق بهاتف جديد.","author":"أحمد منصور","source":"Engadget","date":"2017-01-18","tags":["هواتف"]}
{"id":"win","title":"تحديث Windows 10 الجديد","text":"أطلقت مايكروسوفت تحديثًا لنظامها.","author":"Yassine K.","source":"The Verge","date":"2017-03-02"}
{"id":"py","title":"صدور لغة بايثون 3.6","text":"صدرت لغة البرمجة بإصدارها الجديد على كل هاتف وحاسوب.","author":"زاوية المطور","date":"2016-12-23"}
{"id":"a/b?c&d=%25 é","title":"مقال معرّفه غريب","text":"نص قصير عن هاتف.","date":"2016-12-24"}
{"id":"undated","title":"كيف تحمي حسابك","text":"كلمة المرور الطويلة أول ما يحمي حسابك."}
{"id":"hostile","title":"<script>alert(1)</script> \"'&","text":"</p><img src=x onerror=alert(1)> عدو","author":"<b>x</b>","source":"\"><i>","tags":["</a>"],"url":"javascript:alert(1)","date":"2017-01-19"}
)jsonl";
// clang-format on

class IndexedArchive {
 public:
  explicit IndexedArchive(const std::string& lines = some_articles) {
    write_file(directory_ / "articles.jsonl", lines);
    run_index({.archive = path(), .paths = {(directory_ / "articles.jsonl").string()}});
  }
  std::filesystem::path path() const { return directory_ / "archive"; }

 private:
  TemporaryDirectory directory_;
};

}  // namespace fihrist::test
