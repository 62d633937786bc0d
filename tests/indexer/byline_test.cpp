// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of bylines: who, when and how many comments, and nothing else.
#include "indexer/readers/byline.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace fihrist {
namespace {

/// "published / updated / author / comments", or "-".
std::string read(std::string_view line) {
  const auto byline = read_byline(line);
  if (!byline) return "-";
  const auto iso = [](const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); };
  return iso(byline->published) + "/" + iso(byline->updated) + "/" + byline->author + "/" +
         (byline->comments ? std::to_string(*byline->comments) : "");
}

TEST_CASE("a byline is read in each of its forms") {
  struct Row {
    std::string_view line;
    std::string_view meaning;
  };
  for (const Row& row : {
           Row{"January 20, 2017 at 04:56PM", "2017-01-20T16:56///"},
           Row{"الجمعة، 20 يناير 2017 - 4:56 م", "2017-01-20T16:56///"},
           Row{"بقلم محمد حبش", "//محمد حبش/"},
           Row{"بقلم: محمد حبش", "//محمد حبش/"},
           Row{"كتب: محمد حبش", "//محمد حبش/"},
           Row{"الكاتب : محمد حبش", "//محمد حبش/"},
           Row{"By Jane Roe", "//Jane Roe/"},
           Row{"Posted by J. R. Roe", "//J. R. Roe/"},
           Row{"بقلم محمد حبش في 20 يناير 2017", "2017-01-20//محمد حبش/"},
           Row{"٢٠ جانفي ٢٠١٧ | محمد حبش | 3 تعليقات", "2017-01-20//محمد حبش/3"},
           Row{"محمد حبش — 20 يناير 2017 — آخر تحديث: 21 يناير 2017", "2017-01-20/2017-01-21/محمد حبش/"},
           Row{"نُشر في 20 يناير 2017", "2017-01-20///"},
           Row{"Published on January 20, 2017", "2017-01-20///"},
           Row{"Last updated: 2017-01-21", "/2017-01-21//"},
           Row{"آخر تحديث 21/01/2017 الساعة 16:56", "/2017-01-21T16:56//"},
           Row{"نُشر في 20 يناير 2017 | آخر تعديل في 21 يناير 2017", "2017-01-20/2017-01-21//"},
           Row{"comments (0)", "///0"},
           Row{"التعليقات: ٣", "///3"},
           Row{"لا توجد تعليقات", "///0"},
           Row{"تعليق واحد", "///1"},
           Row{"بقلم علي حسن", "//علي حسن/"},
           Row{"علي حسن | 20 يناير 2017", "2017-01-20//علي حسن/"},
           Row{"By Vincent de Paul", "//Vincent de Paul/"},
       }) {
    CAPTURE(row.line);
    CHECK(read(row.line) == row.meaning);
  }
}

TEST_CASE("what is more or less than a byline is none") {
  for (const std::string_view line : {"",
                                      "محمد حبش",
                                      "كتب إلكترونية مجانية",
                                      "كتب محمد حبش",
                                      "بقلم",
                                      "By the way",
                                      "by Lisa.",
                                      "قال محمد حبش في 20 يناير 2017 إن",
                                      "على الهواء | 20 يناير 2017",
                                      "منذ يومين",
                                      "محمد حبش — منذ يومين",
                                      "20 يناير",
                                      "تاريخ الهواتف الذكية",
                                      "محمد | حبش",
                                      "تويتر تتخلى عن زر الشراء | 20 يناير 2017",
                                      "20 يناير 2017 | 21 يناير 2017",
                                      "comments",
                                      "10 تطبيقات",
                                      "نشر في كل مكان",
                                      "بقلم واحد من أكبر خبراء الأمن في العالم العربي"}) {
    CAPTURE(line);
    CHECK(read(line) == "-");
  }
}

TEST_CASE("where it is known when a line was seen, dates may count from then") {
  const auto seen = parse_date("2017-01-20T10:30:00Z");
  const auto published = [&](std::string_view line) {
    const auto byline = read_byline(line, seen);
    return byline && byline->published ? to_iso(*byline->published) : "-";
  };
  CHECK(published("منذ يومين") == "2017-01-18");
  CHECK(published("محمد حبش — منذ 3 أيام") == "2017-01-17");
  CHECK(published("نُشر أمس") == "2017-01-19");
  CHECK(published("20 يناير 2016") == "2016-01-20");
  CHECK(published("منذ أن بدأت الشركة") == "-");
}

}  // namespace
}  // namespace fihrist
