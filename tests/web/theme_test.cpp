// SPDX-License-Identifier: GPL-3.0-or-later
// An owner's files take the place of the shipped ones, or are refused whole, with the file's name.
#include "web/theme.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

/// The archive's theme with one file, and a front that has read it.
struct Themed {
  Themed(const std::string& file, const std::string& text) { put(file, text); }

  void put(const std::string& file, const std::string& text) const {
    const auto path = archive.path() / "theme" / file;
    std::filesystem::create_directories(path.parent_path());
    write_file(path, text);
  }
  /// What opening or reloading says; empty when it goes well.
  std::string complaint() const {
    try {
      const Front front(archive.path());
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      return error.what();
    }
    return {};
  }

  IndexedArchive archive;
};

}  // namespace

TEST_CASE("a template, a text, a style sheet and a logo of the owner's are on the pages") {
  Themed themed("templates/help.mustache", "<h1>{{t.help}}: بيتنا</h1>\n");
  themed.put("messages/ar.json",
             R"({"tagline": "أرشيف بيتنا", "articles": "{count, plural, other{# مادة}}"})");
  themed.put("static/theme.css", ":root { --link: #123456; }");
  themed.put("static/logo.png", "\x89PNG");
  themed.put("templates/.help.mustache.swp", "left by an editor");
  Front front(themed.archive.path());
  CHECK(front.respond({.path = "/help"}).body.find("<h1>مساعدة: بيتنا</h1>") != std::string::npos);
  const std::string home = front.respond({.path = "/"}).body;
  CHECK(in_order(home, {"/static/fihrist.css?v=", "/static/theme.css?v=", "/static/logo.png?v=",
                        "أرشيف بيتنا", "7 مادة"}));
  const Response style = front.respond({.path = "/static/theme.css"});
  CHECK(style.status == 200);
  CHECK(style.body == ":root { --link: #123456; }");
  CHECK(front.respond({.path = "/static/logo.png"}).content_type == "image/png");
}

TEST_CASE("what the owner does not change is as shipped, in every language") {
  const Themed themed("messages/en.json", R"({"help": "Assistance"})");
  Front front(themed.archive.path());
  CHECK(front.respond({.path = "/", .accept_language = "en"}).body.find(">Assistance</a>") !=
        std::string::npos);
  CHECK(front.respond({.path = "/"}).body.find(">مساعدة</a>") != std::string::npos);
}

TEST_CASE("a file that cannot be right is refused when the archive is opened, by its name") {
  struct Row {
    const char *file, *text, *complaint;
  };
  const Row rows[] = {
      {"templates/home.mustache", "{{#hits}}", "home.mustache: "},
      {"templates/home.mustache", "{{> nothing}}", "there is no template nothing"},
      {"templates/hit.mustache", "{{> hit}}", "includes itself"},
      {"templates/home.mustache", "{{{query}}}", "query would stand unescaped"},
      {"templates/home.mustache", "{{&query}}", "would stand unescaped"},
      {"templates/home.mustache", "{{=<% %>=}}", "no other delimiters"},
      {"templates/home.mustache", "{{t.nothing}}", "there is no message \"nothing\""},
      {"templates/layout.mustache", "<html></html>", "{{{content_html}}} is missing"},
      {"templates/front.mustache", "x", "no page is made of such a file"},
      {"messages/ar.json", "{", "is no JSON object"},
      {"messages/ar.json", "[]", "is no JSON object"},
      {"messages/fr.json", R"({"nothing": "x"})", "no page has a message \"nothing\""},
      {"messages/en.json", R"({"help": 1})", "message \"help\" is no text"},
      {"messages/ar.json", R"({"articles": "{count, plural"})", "message \"articles\": "},
      {"messages/ar.json", R"({"articles": "{number}"})", "it is told no {number}"},
      {"messages/ar.json", R"({"help": "{count}"})", "it is told no {count}"},
      {"messages/de.json", "{}", "no page is made of such a file"},
      {"static/theme.css", "\xFF", "is no UTF-8 text"},
      {"static/extra.js", "alert(1)", "no such file is served"},
      {"static/a b.css", "", "no such file is served"},
      {"static/deep/theme.css", "", "no such file is served"},
      {"readme.md", "", "no page is made of such a file"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file);
    CAPTURE(row.text);
    const Themed themed(row.file, row.text);
    const std::string complaint = themed.complaint();
    CAPTURE(complaint);
    CHECK(complaint.find(row.complaint) != std::string::npos);
    CHECK(complaint.find(std::filesystem::path(row.file).filename().string()) != std::string::npos);
  }
}

TEST_CASE("a reload takes a theme that is right and leaves one that is wrong, between requests") {
  Themed themed("templates/help.mustache", "<h1>الأول</h1>\n");
  Front front(themed.archive.path(), {.sites = 2});
  const auto help = [&] { return front.respond({.path = "/help"}); };
  const std::string etag(help().header("ETag"));
  themed.put("templates/help.mustache", "<h1>الثاني</h1>\n");
  front.reload();
  CHECK(help().body.find("<h1>الثاني</h1>") != std::string::npos);
  CHECK(front.respond({.path = "/help", .if_none_match = etag}).status == 200);
  themed.put("templates/help.mustache", "{{#open}}");
  CHECK_THROWS_AS(front.reload(), Error);
  for (int i = 0; i < 4; ++i) CHECK(help().body.find("<h1>الثاني</h1>") != std::string::npos);
}

TEST_CASE("failures before there is a request wear the theme too") {
  const Themed themed("messages/ar.json", R"({"error_400_title": "ما هذا؟"})");
  const Front front(themed.archive.path());
  CHECK(front.failure(400).body.find("ما هذا؟") != std::string::npos);
}
