// SPDX-License-Identifier: GPL-3.0-or-later
// What of a right-to-left text must be isolated, line by line: a text and its runs.
#include "analysis/bidi_runs.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "analysis/utf8.hpp"

using namespace fihrist;

namespace {

std::string runs(std::string_view text) {
  std::string out;
  for (const TextRun& run : left_to_right_runs(text)) {
    if (!out.empty()) out += " | ";
    out += text.substr(run.begin, run.end - run.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("Latin names with their numbers, units and signs are one run") {
  struct Row {
    std::string_view text;
    std::string_view runs;
  };
  const std::vector<Row> rows{
      {"سامسونج تعلن عن Galaxy S8 بذاكرة 6 GB", "Galaxy S8 | 6 GB"},
      {"لغة C++ و.NET للمبرمجين", "C++ | .NET"},
      {"بطارية 3000 mAh مع Windows 10", "3000 mAh | Windows 10"},
      {"أندرويد 7.1.1 الجديد", ""},
      {"عام 2017 كان", ""},
      {"نسخة iOS 10.2.1، iPhone 7، iPad.", "iOS 10.2.1 | iPhone 7 | iPad"},
      {"راسل user@host.org أو https://example.com/a?b=1&c=2#x.",
       "user@host.org | https://example.com/a?b=1&c=2#x"},
      {"الشبكة (VPN) سريعة", "VPN"},
      {"هاتف Galaxy S8 (Exynos) أسرع", "Galaxy S8 (Exynos)"},
      {"(Windows 10 قديم) و Mac)", "Windows 10 | Mac"},
      {"درجة -10 °C ونسبة 50% فقط، 128GB", "-10 °C | 128GB"},
      {"قال \"Hello World!\" ثم AT & T", "Hello World | AT & T"},
      {"هل تعرف Android? نعم", "Android"},
      {"الـiPhone", "iPhone"},
      {"سطر iPhone\nWindows 10", "iPhone | Windows 10"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(runs(row.text) == row.runs);
  }
}

TEST_CASE("isolation adds a pair of controls round each run and nothing else") {
  std::string expected = "ذاكرة ";
  append_utf8(expected, 0x2066);
  expected += "6 GB";
  append_utf8(expected, 0x2069);
  expected += " جديدة";
  CHECK(isolate_left_to_right_runs("ذاكرة 6 GB جديدة") == expected);
  CHECK(isolate_left_to_right_runs("بلا شيء") == "بلا شيء");
}

TEST_CASE("a text isolated once is not isolated again") {
  const std::string once = isolate_left_to_right_runs("ذاكرة 6 GB جديدة");
  CHECK(isolate_left_to_right_runs(once) == once);
}

TEST_CASE("the direction of a text is that of most of its letters") {
  CHECK(reads_right_to_left("مراجعة iPhone كاملة"));
  CHECK_FALSE(reads_right_to_left("iPhone review مراجعة"));
  CHECK(reads_right_to_left("2017"));
  CHECK(reads_right_to_left(""));
}

TEST_CASE("runs of hostile text are in order, apart and on code points") {
  std::string brackets;
  for (int i = 0; i < 200'000; ++i) brackets += "a(";
  std::string unicode;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) append_utf8(unicode, c);
  for (const std::string& text :
       {brackets, unicode, std::string(1'000'000, 'x'), std::string("\xED\xA0\x80 a \xFF")}) {
    std::size_t end = 0;
    for (const TextRun& run : left_to_right_runs(text)) {
      REQUIRE(run.begin >= end);
      REQUIRE(run.begin < run.end);
      REQUIRE(run.end <= text.size());
      REQUIRE((run.end == text.size() || (static_cast<unsigned char>(text[run.end]) & 0xC0U) != 0x80));
      end = run.end;
    }
  }
}
