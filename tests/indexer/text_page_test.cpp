// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of text pages: what of a page is its article, in the forms in which sites show them.
#include "indexer/readers/text_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/indexer/reading.hpp"
#include "tests/project_top.hpp"

namespace fihrist {
namespace {

constexpr std::string_view first_paragraph =
    "أعلنت الشركة أمس عن تحديث جديد لنظامها يصل إلى جميع المستخدمين في الأسابيع القادمة، ويضيف عدداً من "
    "المزايا.";
constexpr std::string_view second_paragraph =
    "ويمكن لكل من لديه حساب أن يجرب النسخة الأولى من الآن، على أن تصدر النسخة النهائية في نهاية العام.";
constexpr std::string_view english_paragraph =
    "The company said on Friday that the update will reach all of its users over the next few weeks.";

std::string body() { return std::string(first_paragraph) + "\n" + std::string(second_paragraph); }

/// A page of lines with blank lines between, «%» standing for the two paragraphs.
std::string page_of(const std::vector<std::string_view>& lines) {
  std::string page;
  for (const std::string_view line : lines) {
    if (line == "%") {
      page.append(first_paragraph).append("\n\n").append(second_paragraph);
    } else {
      page += line;
    }
    page += "\n\n";
  }
  return page;
}

TextPage read(const std::vector<std::string_view>& lines) { return read_text_page(page_of(lines)); }

std::string date_of(const TextPage& page) { return page.article.date ? to_iso(*page.article.date) : ""; }

bool dropped(const TextPage& page, std::string_view line, LineKind kind) {
  return std::any_of(page.dropped.begin(), page.dropped.end(),
                     [&](const DroppedLine& one) { return one.text == line && one.kind == kind; });
}

Reading read_file(const std::filesystem::path& path) {
  const auto source = open_file(path);
  return read_all(TextPageReader(), *source, path.string());
}

TEST_CASE("a syndicated page gives its article and nothing of the site around it") {
  const Reading reading = read_file(test::project_top() / "tests/indexer/pages/syndicated.txt");
  CHECK(reading.rejects.empty());
  REQUIRE(reading.articles.size() == 1);
  const Article& article = reading.articles[0].article;
  CHECK(article.title == "موزيلا تعيد كتابة محرك فايرفوكس من جديد");
  CHECK(article.authors == std::vector<std::string>{"ليلى الزهراني"});
  CHECK(article.source == "دفتر المطور");
  CHECK(article.alias_urls == std::vector<std::string>{"http://ift.tt/3aBcDeF"});
  CHECK(article.url.empty());
  CHECK(to_iso(article.date.value()) == "2017-03-03T09:12");
  CHECK_FALSE(article.date->utc_offset_minutes);
  CHECK(article.comments == 4U);
  CHECK(article.tags.empty());
  std::vector<std::string> beginnings;
  for (std::size_t at = 0; at != std::string::npos && at < article.text.size();) {
    const std::size_t end = std::min(article.text.find('\n', at), article.text.size());
    beginnings.push_back(article.text.substr(at, std::min(article.text.find(' ', at), end) - at));
    at = end + 1;
  }
  CHECK(beginnings == std::vector<std::string>{"كشفت", "ما", "يعتمد", "Servo", "WebRender", "وتأمل"});
  CHECK(reading.articles[0].warnings.empty());
}

TEST_CASE("a page of a blog kept elsewhere gives the article that was found by hand") {
  // Set by those who have the page; it is not ours to ship.
  const char* path = std::getenv("FIHRIST_SEED_PAGE");
  if (path == nullptr) return;
  const Reading reading = read_file(path);
  REQUIRE(reading.articles.size() == 1);
  const Article& article = reading.articles[0].article;
  CHECK(article.title == "تويتر تتخلى عن زر الشراء");
  CHECK(article.authors == std::vector<std::string>{"محمد حبش"});
  CHECK(article.source == "عالم التقنية");
  CHECK(to_iso(article.date.value()) == "2017-01-20T16:56");
  CHECK(article.alias_urls == std::vector<std::string>{"http://ift.tt/2j2D1Fp"});
  CHECK(article.comments == 0U);
  CHECK(std::count(article.text.begin(), article.text.end(), '\n') == 5);
  CHECK(article.text.starts_with("كانت تويتر تحاول"));
  CHECK(article.text.ends_with("أضعاف هذا العدد."));
}

TEST_CASE("author and date are found in every place where sites put them") {
  struct Row {
    std::vector<std::string_view> lines;
    std::string_view author;
    std::string_view date;
  };
  const std::string_view title = "تحديث كبير للنظام";
  for (const Row& row : std::vector<Row>{
           {{title, "بقلم محمد حبش", "20 يناير 2017", "%"}, "محمد حبش", "2017-01-20"},
           {{title, "٢٠ جانفي ٢٠١٧", "كتب: محمد حبش", "%"}, "محمد حبش", "2017-01-20"},
           {{title, "٢٠ جانفي ٢٠١٧ | محمد حبش", "%"}, "محمد حبش", "2017-01-20"},
           {{title, "محمد حبش - 20/1/2017 - 3 تعليقات", "%"}, "محمد حبش", "2017-01-20"},
           {{title, "محمد حبش", "20 يناير 2017", "%"}, "محمد حبش", "2017-01-20"},
           {{title, "20 يناير 2017", "محمد حبش", "%"}, "محمد حبش", "2017-01-20"},
           {{title, "نُشر في 20 يناير 2017", "%"}, "", "2017-01-20"},
           {{title, "بقلم محمد حبش في 20 يناير 2017", "%"}, "محمد حبش", "2017-01-20"},
           {{title, "By Jane Roe on January 20, 2017", "%"}, "Jane Roe", "2017-01-20"},
           {{title, "by Jane Roe", "Published: 2017-01-20", "%"}, "Jane Roe", "2017-01-20"},
           {{title, "مرسلة بواسطة محمد حبش", "%"}, "محمد حبش", ""},
           {{title, "%", "January 20, 2017 at 04:56PM", "محمد حبش"}, "محمد حبش", "2017-01-20T16:56"},
           {{title, "%", "محمد حبش", "January 20, 2017 at 04:56PM"}, "محمد حبش", "2017-01-20T16:56"},
           {{title, "%", "تاريخ النشر: 20 كانون الثاني/يناير 2017"}, "", "2017-01-20"},
           {{"20 يناير 2017", title, "%"}, "", "2017-01-20"},
           {{title, "%"}, "", ""},
       }) {
    const TextPage page = read(row.lines);
    INFO(page_of(row.lines));
    CHECK(page.article.title == title);
    CHECK(page.article.text == body());
    CHECK((page.article.authors.empty() ? "" : page.article.authors[0]) == row.author);
    CHECK(date_of(page) == row.date);
  }
}

TEST_CASE("promotion goes at both ends, in both languages") {
  for (const std::string_view line :
       {"تابعنا على تويتر", "اشترك في قناتنا على يوتيوب", "إعلان", "اشترك في النشرة البريدية",
        "مساحة إعلانية", "Visit Now", "Follow us on Facebook", "Subscribe to our newsletter", "Advertisement",
        "@qahwaty", "Qahwaty.com", "Best mugs #coffee #gifts", "☕ beans • mugs • gifts"}) {
    CAPTURE(line);
    CHECK(read({line, "تحديث كبير للنظام", "%"}).article.text == body());
    CHECK(read({line, "تحديث كبير للنظام", "%"}).article.title == "تحديث كبير للنظام");
    CHECK(read({"تحديث كبير للنظام", "%", line}).article.text == body());
  }
}

TEST_CASE("the site's buttons go and say what they count") {
  const TextPage page =
      read({"الرئيسية", "تحديث كبير للنظام", "%", "المصدر", "شارك", "الوسوم: نظام، أمن , تحديث",
            "التعليقات (٣)", "إرسال تعليق", "أحدث أقدم", "كيف تختار هاتفك"});
  CHECK(page.article.text == body());
  CHECK(page.article.tags == std::vector<std::string>{"نظام", "أمن", "تحديث"});
  CHECK(page.article.comments == 3U);
  CHECK(dropped(page, "المصدر", LineKind::source_note));
  CHECK(dropped(page, "شارك", LineKind::chrome));
  CHECK(dropped(page, "إرسال تعليق", LineKind::page_end));
  CHECK(dropped(page, "كيف تختار هاتفك", LineKind::outside));
}

TEST_CASE("an address above the text is the article's own, unless it only points elsewhere") {
  CHECK(read({"تحديث كبير للنظام", "https://example.org/2017/01/a", "%"}).article.url ==
        "https://example.org/2017/01/a");
  const Article article = read({"تحديث كبير للنظام", "https://bit.ly/2abc", "%"}).article;
  CHECK(article.url.empty());
  CHECK(article.alias_urls == std::vector<std::string>{"https://bit.ly/2abc"});
}

TEST_CASE("a title is known among the lines above the text") {
  struct Row {
    std::vector<std::string_view> lines;
    std::string_view title;
  };
  for (const Row& row : std::vector<Row>{
           {{"عالم التقنية", "تحديث كبير للنظام", "20 يناير 2017", "%"}, "تحديث كبير للنظام"},
           {{"Windows 10", "%"}, "Windows 10"},
           {{"Great mugs for you", "Visit Now", "تحديث كبير للنظام", "%"}, "تحديث كبير للنظام"},
           {{"إعلان هاتف جديد من سامسونج", "%"}, "إعلان هاتف جديد من سامسونج"},
           {{"هل يصل التحديث إلى كل من لديه هاتف قديم؟", "%"}, "هل يصل التحديث إلى كل من لديه هاتف قديم؟"},
           {{"%"}, ""},
       }) {
    INFO(page_of(row.lines));
    CHECK(read(row.lines).article.title == row.title);
  }
  CHECK(read({"%", "التدوينة تحديث كبير ظهرت أولاً على دفتر المطور."}).article.title == "تحديث كبير");
}

TEST_CASE("what stands between sentences is the article, whatever it looks like") {
  const std::vector<std::string_view> within = {"2015",
                                                "يناير 2016",
                                                "Galaxy S8",
                                                "Qahwaty.com",
                                                "المصدر",
                                                "Search",
                                                "@twitter",
                                                "https://example.org/x",
                                                "#a #b",
                                                "1. الخطوة الأولى",
                                                "sudo apt install fihrist"};
  for (const std::string_view line : within) {
    CAPTURE(line);
    const TextPage page = read({"تحديث كبير للنظام", first_paragraph, line, second_paragraph});
    CHECK(page.article.text ==
          std::string(first_paragraph) + "\n" + std::string(line) + "\n" + std::string(second_paragraph));
    CHECK_FALSE(page.article.date);
  }
}

TEST_CASE("short lines behind the last sentence stay until the site begins") {
  const TextPage page =
      read({"تحديث كبير للنظام", "%", "Firefox 48", "شكرا لكم", "إرسال تعليق", "عنوان آخر"});
  CHECK(page.article.text == body() + "\nFirefox 48\nشكرا لكم");
}

TEST_CASE("a sentence that only looks like a syndication footer stays") {
  const std::string_view sentence = "الخبر الذي انتظره الجميع ظهر أولاً على صفحة الشركة ثم في الصحف.";
  const TextPage page = read({"تحديث كبير للنظام", first_paragraph, sentence, second_paragraph});
  CHECK(page.article.text.find(sentence) != std::string::npos);
  CHECK(page.article.source.empty());
}

TEST_CASE("an English article is read like an Arabic one") {
  const std::string again = std::string(english_paragraph) + "\n" + std::string(english_paragraph);
  const TextPage page =
      read({"Home", "A big update for the system", "By Jane Roe", "January 20, 2017", english_paragraph,
            english_paragraph, "Tags: system, update", "Post a Comment", "Older Post"});
  CHECK(page.article.title == "A big update for the system");
  CHECK(page.article.text == again);
  CHECK(page.article.authors == std::vector<std::string>{"Jane Roe"});
  CHECK(page.article.tags == std::vector<std::string>{"system", "update"});
  CHECK(date_of(page) == "2017-01-20");
}

TEST_CASE("never more than three fifths of a page's prose are dropped") {
  // A button in the middle of what is plainly the article: most of the prose stands behind it.
  const TextPage page = read({"تحديث كبير للنظام", english_paragraph, "إرسال تعليق", "%", "%", "%"});
  std::size_t arabic = 0;
  for (std::size_t at = page.article.text.find(first_paragraph); at != std::string::npos;
       at = page.article.text.find(first_paragraph, at + 1))
    ++arabic;
  CHECK(arabic == 3);
}

TEST_CASE("every line is kept or reported with its number") {
  const TextPage page = read({"الرئيسية", "تحديث كبير للنظام", "20 يناير 2017", "%", "إرسال تعليق", "x"});
  const auto kept =
      static_cast<std::size_t>(std::count(page.article.text.begin(), page.article.text.end(), '\n')) + 1;
  CHECK(kept + page.dropped.size() == 7);
  CHECK(std::is_sorted(page.dropped.begin(), page.dropped.end(),
                       [](const DroppedLine& a, const DroppedLine& b) { return a.number < b.number; }));
  CHECK(page.dropped.front().number == 1);
}

TEST_CASE("a page without prose is refused, an empty one is no page") {
  for (const std::string_view text :
       {" ", "\n\n", "عنوان", "الرئيسية\nشارك\nأحدث أقدم", "a\nb\nc\n", "1 2 3 4 5 6 7 8 9"}) {
    CAPTURE(text);
    const Reading reading = read_all(TextPageReader(), std::string(text));
    CHECK(reading.articles.empty());
    REQUIRE(reading.rejects.size() == 1);
    CHECK(reading.rejects[0].code == "no_text");
  }
  const Reading nothing = read_all(TextPageReader(), "");
  CHECK(nothing.articles.empty());
  CHECK(nothing.rejects.empty());
}

TEST_CASE("line ends of all systems are the same") {
  const std::string page = page_of({"تحديث كبير للنظام", "20 يناير 2017", "%"});
  for (const std::string_view line_end : {"\n", "\r\n", "\r"}) {
    std::string other;
    for (const char c : page) c == '\n' ? other.append(line_end) : other.append(1, c);
    CHECK(read_text_page(other).article.text == body());
  }
}

TEST_CASE("hostile pages are read in time and without a fault") {
  const std::string sentence = std::string(first_paragraph) + "\n";
  const auto repeat = [](std::string_view piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
  };
  for (const std::string& page :
       {std::string(200'000, 'x'), repeat("x\n", 60'000), repeat("شارك\n", 20'000) + sentence,
        sentence + repeat("إرسال تعليق\n", 10'000) + sentence, repeat("\u202E\u202E", 20'000),
        repeat("التدوينة ", 4'000), repeat("20 يناير 2017 | ", 2'000), repeat("عنوان\n", 10'000) + sentence,
        repeat("التدوينة أ ظهرت أولاً على ب.\n", 1'000) + sentence, repeat("بقلم : ", 2'000)}) {
    CAPTURE(page.substr(0, 40));
    const TextPage read = read_text_page(page);
    CHECK(read.article.text.size() <= page.size());
  }
}

TEST_CASE("a page that is too long is refused") {
  const Reading reading = read_all(TextPageReader(), std::string(max_page_bytes + 1, 'x'));
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "too_long");
}

}  // namespace
}  // namespace fihrist
