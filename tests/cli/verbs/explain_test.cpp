// SPDX-License-Identifier: GPL-3.0-or-later
// What `fihrist explain FILE` tells of a page: every field with its origin, every part with its reason.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/archive_fixture.hpp"
#include "tests/schema/temporary_directory.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr std::string_view sentence =
    "أعلنت الشركة أمس أن النسخة الجديدة من نظامها ستصل إلى جميع المستخدمين خلال أسابيع، وأن العمل عليها بدأ "
    "منذ "
    "عامين بهدف تقليل استهلاك البطارية.";

constexpr std::string_view more_sentences[] = {
    "ويمكن لكل من لديه حساب أن يجرب النسخة الأولى من الآن، على أن تصدر النسخة النهائية في نهاية العام "
    "الجاري.",
    "وقالت مديرة المشروع إن الفريق جرب التطبيق على هواتف قديمة ما زالت في أيدي الناس، وإن النتائج كانت فوق "
    "المتوقع."};

std::string web_page() {
  std::string paragraphs = "<p>" + std::string(sentence) + "</p>";
  for (const std::string_view one : more_sentences) paragraphs += "<p>" + std::string(one) + "</p>";
  return "<!DOCTYPE html><html><head><meta charset=utf-8><title>نظام جديد - مدونة</title>"
         "<meta property='og:title' content='نظام جديد'>"
         "<link rel=canonical href='http://example.org/2017/01/new.html'></head><body>"
         "<nav class=menu><a href='/'>الرئيسية</a></nav>"
         "<article><h1>نظام جديد</h1><p class=by>بقلم علي حسن في 20 يناير 2017</p>" +
         paragraphs +
         "</article><div id=comments><p>شكرا على هذا المقال المفيد</p></div>"
         "<footer>جميع الحقوق محفوظة</footer></body></html>";
}

/// The part whose text begins so; an empty object when there is none.
nlohmann::json part(const nlohmann::json& parts, const std::string& text) {
  for (const auto& one : parts)
    if (one.at("text").get<std::string>().starts_with(text)) return one;
  return nlohmann::json::object();
}

}  // namespace

TEST_CASE("explain tells where each field of a web page is from, and why each part stays or goes") {
  const TemporaryDirectory directory;
  write_file(directory / "page.html", web_page());
  const Run explained = run({"explain", "--json", (directory / "page.html").string()});
  REQUIRE(explained.code == 0);
  std::istringstream lines(explained.out);
  std::string record, page;
  REQUIRE(std::getline(lines, record));
  REQUIRE(std::getline(lines, page));
  const auto article = nlohmann::json::parse(record).at("article");
  CHECK(article.at("title") == "نظام جديد");
  CHECK(article.at("author") == nlohmann::json::array({"علي حسن"}));
  CHECK(article.at("date") == "2017-01-20");
  const auto told = nlohmann::json::parse(page);
  CHECK(told.at("origins").at("title") == "og:title");
  CHECK(told.at("origins").at("url").get<std::string>().find("canonical") != std::string::npos);
  CHECK(told.at("origins").at("author").get<std::string>().find("علي حسن") != std::string::npos);
  CHECK(part(told.at("parts"), "أعلنت").at("reason") == "kept");
  for (const std::string gone : {"الرئيسية", "شكرا", "جميع الحقوق"}) {
    CAPTURE(gone);
    const auto dropped = part(told.at("parts"), gone);
    REQUIRE(dropped.contains("reason"));
    CHECK(dropped.at("reason") != "kept");
  }
  CHECK(part(told.at("parts"), "شكرا").at("element") == "div#comments");
}

TEST_CASE("explain tells the same to people, and which lines of a page of text are left out") {
  const TemporaryDirectory directory;
  write_file(directory / "page.html", web_page());
  const Run page = run({"explain", (directory / "page.html").string()});
  CHECK(holds(page.out, "format html"));
  CHECK(holds(page.out, "where the fields are from:"));
  CHECK(holds(page.out, "parts of the page:"));
  write_file(directory / "page.txt", "نظام جديد\n\n" + std::string(sentence) + "\n\nتابعنا على فيسبوك\n");
  const Run text = run({"explain", (directory / "page.txt").string()});
  CHECK(holds(text.out, "lines that are not in the text:"));
  CHECK(holds(text.out, "promotion"));
}
