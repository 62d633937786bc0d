// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of Markdown files: which field is read where, and what of the text is no text.
#include "indexer/readers/markdown.hpp"

#include <doctest/doctest.h>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/front_matter.hpp"
#include "indexer/readers/markdown_text.hpp"
#include "indexer/readers/registry.hpp"

namespace fihrist {
namespace {

using Texts = std::vector<std::string>;

ReadArticle read(const std::string& text, const std::string& name = "notes/مقال.md") {
  std::vector<ReadArticle> articles;
  const auto source = open_text(text);
  MarkdownReader().read(*source, name,
                        {.article = [&](ReadArticle&& one) { articles.push_back(std::move(one)); },
                         .reject = [](Reject&& one) { FAIL(one.message); },
                         .skip = [](Skip&& one) { FAIL(one.message); }});
  REQUIRE(articles.size() == 1);
  return std::move(articles[0]);
}

TEST_CASE("front matter is read in three languages into the same fields") {
  for (
      const std::string& matter :
      {std::string(
           "---\ntitle: زر الشراء\ndate: 2017-01-20\nauthor: محمد حبش\ntags: [تويتر, تسوق]\n"
           "aliases: [/old/, 'https://example.org/old']\nsummary: خلاصة\nurl: https://example.org/1\n---\n"),
       std::string(
           "+++\ntitle = 'زر الشراء'\ndate = 2017-01-20\nauthors = ['محمد حبش']\ntags = ['تويتر', 'تسوق']\n"
           "aliases = ['/old/', 'https://example.org/old']\nsummary = 'خلاصة'\nurl = "
           "'https://example.org/1'\n+++\n"),
       std::string(
           R"({"title":"زر الشراء","date":"2017-01-20","author":{"name":"محمد حبش"},"tags":["تويتر","تسوق"],)"
           R"("aliases":["/old/","https://example.org/old"],"summary":"خلاصة","url":"https://example.org/1"})"
           "\n")}) {
    CAPTURE(matter);
    const ReadArticle one = read(matter + "\nأول **سطر** في المقال.\n\nسطر [ثان](https://example.org/x).\n");
    CHECK(one.article.title == "زر الشراء");
    CHECK(to_iso(one.article.date.value()) == "2017-01-20");
    CHECK(one.date_origin == "field");
    CHECK(one.article.authors == Texts{"محمد حبش"});
    CHECK(one.article.tags == Texts{"تويتر", "تسوق"});
    CHECK(one.article.url == "https://example.org/1");
    CHECK(one.article.alias_urls == Texts{"https://example.org/old"});
    CHECK(one.article.summary == "خلاصة");
    CHECK(one.article.text == "أول سطر في المقال.\nسطر ثان.");
    CHECK(one.warnings.empty());
  }
}

TEST_CASE("front matter that is no YAML is read line by line and told of") {
  const ReadArticle one = read(
      "---\ntitle: تويتر: تتخلى عن زر الشراء\ntags:\n- تويتر\n- \"شبكات: اجتماعية\"\ndate: "
      "2017-01-20\n---\nنص");
  CHECK(one.article.title == "تويتر: تتخلى عن زر الشراء");
  CHECK(one.article.tags == Texts{"تويتر", "شبكات: اجتماعية"});
  CHECK(to_iso(one.article.date.value()) == "2017-01-20");
  CHECK(one.warnings == Texts{"repaired_front_matter"});
}

TEST_CASE("a rule above a text is no front matter") {
  CHECK(read_front_matter("---\nنص بلا مفاتيح\n---\nبقية").kind == FrontMatterKind::none);
  CHECK(read("---\n\nنص أول هنا\n").article.text == "نص أول هنا");
}

TEST_CASE("the title is that of the front matter, else a heading, else the name of the file") {
  CHECK(read("# عنوان\n\nنص").article.title == "عنوان");
  CHECK(read("# عنوان\n\nنص").article.text == "نص");
  CHECK(read("مقدمة\n\n# عنوان\n\nنص").article.title == "عنوان");
  CHECK(read("مقدمة\n\n# عنوان\n\nنص").article.text == "مقدمة\nعنوان\nنص");
  CHECK(read("---\ntitle: زر\n---\n# زر\n\nنص").article.text == "نص");
  CHECK(read("---\ntitle: زر\n---\n# تمهيد\n\nنص").article.text == "تمهيد\nنص");
  CHECK(read("نص", "a/2017-01-20-زر-الشراء.md").article.title == "زر الشراء");
  CHECK(read("نص", "a/05-المصفوفات/index.md").article.title == "المصفوفات");
}

TEST_CASE("a date stands in the name of the file where the front matter has none") {
  const ReadArticle one = read("نص", "_posts/2017-01-20-zr.md");
  CHECK(to_iso(one.article.date.value()) == "2017-01-20");
  CHECK(one.date_origin == "file_name");
  CHECK(to_iso(read("---\nms.date: 08/05/2021\n---\nنص").article.date.value()) == "2021-08-05");
  CHECK(read("---\ndate: قريبا\n---\nنص").warnings == Texts{"bad_date"});
}

TEST_CASE("what a site does not show is withheld") {
  const auto withheld = [](const std::string& line) {
    return read("---\ntitle: زر\n" + line + "\n---\nنص").withheld;
  };
  CHECK(withheld("draft: true") == "draft");
  CHECK(withheld("draft: false") == "");
  CHECK(withheld("published: false") == "draft");
  CHECK(withheld("private: true") == "private");
  CHECK(withheld("expiryDate: 2010-01-01") == "expired");
  CHECK(withheld("expiryDate: 9000-01-01") == "");
  CHECK(withheld("publishDate: 9000-01-01") == "scheduled");
}

TEST_CASE("marks for generators go, and stay in code") {
  const auto text = [](const std::string& markdown) { return read_markdown(markdown).text; };
  CHECK(text("قبل {{< figure src=\"x\" >}} بعد") == "قبل بعد");
  CHECK(text("قبل {% include x %}{{ site.url }} بعد") == "قبل بعد");
  CHECK(text("`{{ x }}`") == "{{ x }}");
  CHECK(text("```liquid\n{{ x }}\n```") == "{{ x }}");
  CHECK(text("نص {: .class}") == "نص");
  CHECK(text("> [!NOTE]\n> تنبيه") == "تنبيه");
  CHECK(text(":::moniker\nنص\n:::") == "نص");
  CHECK(text("انظر [[ملاحظة|هنا]] ![[صورة.png]]") == "انظر هنا");
  CHECK(text("بدأ {{ ولم ينته") == "بدأ {{ ولم ينته");
}

TEST_CASE("a Markdown file is known by its name or its front matter") {
  const auto format = [](std::string_view head, std::string_view name) {
    const Reader* reader = choose_reader(head, name);
    return reader == nullptr ? std::string() : std::string(reader->format());
  };
  CHECK(format("# عنوان\n\nنص", "a.md") == "markdown");
  CHECK(format("---\ntitle: زر\n---\nنص", "a") == "markdown");
  CHECK(format("{\"title\":\"زر\"}\nنص", "a.md") == "markdown");
  CHECK(format("{\"title\":\"زر\"}\n", "a.jsonl") == "jsonl");
  CHECK(format("نص عادي", "a.txt") == "text");
}

TEST_CASE("hostile Markdown ends soon") {
  for (const std::string& piece :
       {std::string("["), std::string("> "), std::string("*a "), std::string("`{{ ")}) {
    std::string text;
    while (text.size() < 50'000) text += piece;
    CHECK_NOTHROW(read_markdown(text));
  }
}

}  // namespace
}  // namespace fihrist
