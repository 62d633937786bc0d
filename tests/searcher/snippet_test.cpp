// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of snippets and highlights.
#include "searcher/snippet.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "analysis/utf8.hpp"
#include "tests/searcher/index_fixture.hpp"

namespace fihrist {
namespace {

using test::article;
using test::OpenedIndex;

std::u32string letters_of(const std::string& text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters.push_back(next_code_point(text, at));
  return letters;
}

std::string piece(const std::string& text, const Highlight& span) {
  const std::u32string letters = letters_of(text);
  std::string out;
  for (std::size_t i = span.begin; i < span.end; ++i) append_utf8(out, letters.at(i));
  return out;
}

std::vector<std::string> pieces(const std::string& text, const std::vector<Highlight>& spans) {
  std::vector<std::string> out;
  for (const Highlight& span : spans) out.push_back(piece(text, span));
  return out;
}

void check_law(const std::string& text, const std::vector<Highlight>& spans) {
  std::uint32_t last = 0;
  const std::size_t size = letters_of(text).size();
  for (const Highlight& span : spans) {
    CHECK(span.begin >= last);
    CHECK(span.begin < span.end);
    CHECK(span.end <= size);
    last = span.end;
  }
}

using Words = std::vector<std::string>;

TEST_CASE("whole written words are highlighted, as they are written") {
  OpenedIndex index({article("a", "", "وبالهواتفِ والهاتف iPhone15 جيت هب تطبيقات")});
  const auto marked = [&](const std::string& query, const std::string& text, bool exact = false) {
    return pieces(text, index.searcher.highlights(query, exact, text));
  };
  CHECK(marked("هاتف", "الهاتفُ وهواتف") == Words{"الهاتفُ", "وهواتف"});
  CHECK(marked("15", "سعر iPhone15 اليوم") == Words{"iPhone15"});
  CHECK(marked("github", "على جيت هب") == Words{"جيت", "هب"});
  CHECK(marked("\"تطبيق جديد\"", "تطبيق جديد لا تطبيق قديم") == Words{"تطبيق", "جديد"});
  CHECK(marked("هاتف", "الهاتف هاتف", true) == Words{"هاتف"});
  CHECK(marked("-هاتف نص", "هاتف نص") == Words{"نص"});
  CHECK(marked("author:نص", "نص").empty());
  CHECK(marked("", "هاتف").empty());
  CHECK(marked("هاتف", "").empty());
}

TEST_CASE("highlights are sorted, apart and on letter boundaries, whatever the text") {
  OpenedIndex index({article("a", "هاتف iphone15 wifi", "جيت هب")});
  const std::vector<std::string> bits{
      "هاتف",   "الهاتفُ", " ", "iPhone15", "Wi-Fi",   "🔥", "\n",
      "جيت هب", "،",      "ﷺ", "\u200F",   "ا\u0651", ".", "https://x.example/a"};
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto i = random() % 30; i > 0; --i) text += bits[random() % bits.size()];
    CAPTURE(text);
    check_law(text, index.searcher.highlights("هاتف iphone 15 wifi جيت هب", false, text));
  }
}

TEST_CASE("what the index knows of an article marks the same words as reading it does") {
  const std::vector<std::string> bits{"هاتف",   "الهاتفُ",     "iPhone15", "Wi-Fi",
                                      "جيت هب", "جيت",        "ال API",   "2017م",
                                      "،",      "تطبيق جديد", "مرحباااا", "https://x.example/a",
                                      ".NET",   "وقالت"};
  std::mt19937 random(7);
  std::vector<Article> articles;
  for (int number = 0; number < 200; ++number) {
    std::string title = "خبر";
    for (auto i = random() % 12; i > 0; --i) title += " " + bits[random() % bits.size()];
    articles.push_back(article(std::to_string(number), title, title));
  }
  OpenedIndex index(articles);
  const std::string query = "هاتف OR 15 OR wifi OR github OR api OR \"تطبيق جديد\" OR .net";
  std::size_t marked = 0;
  for (const Hit& hit : index.search(query).hits) {
    CAPTURE(hit.title);
    CHECK(hit.title_highlights == index.searcher.highlights(query, false, hit.title));
    CHECK(hit.snippet.highlights == index.searcher.highlights(query, false, hit.snippet.text));
    marked += hit.title_highlights.size();
  }
  CHECK(marked > 100);
}

std::string sentences(int count, const std::string& what) {
  std::string text;
  for (int i = 0; i < count; ++i) text += what + " ";
  return text;
}

TEST_CASE("a snippet shows the piece with most of the query's words") {
  const std::string filler = sentences(40, "كلام كثير لا يعني شيئا هنا.");
  OpenedIndex index(
      {article("a", "", filler + "بطارية وحدها. " + filler + "عمر بطارية الهاتف طويل. " + filler)});
  const Snippet snippet = index.search("بطارية هاتف").hits.at(0).snippet;
  CAPTURE(snippet.text);
  CHECK(snippet.text.starts_with("…عمر بطارية الهاتف طويل."));
  CHECK(snippet.text.ends_with("…"));
  CHECK(pieces(snippet.text, snippet.highlights) == Words{"بطارية", "الهاتف"});
  CHECK(count_code_points(snippet.text) <= 260);
}

TEST_CASE("a match deep in a long text is shown as well as one at its beginning") {
  const std::string filler = sentences(4000, "كلام كثير لا يعني شيئا هنا.");
  OpenedIndex index({article("a", "", filler + "وصلت «البطارية» الجديدة. " + filler),
                     article("b", "", filler + "كلام البطارية"),
                     article("c", "", "البطارية هنا. " + filler)});
  for (const Hit& hit : index.search("بطارية").hits) {
    CAPTURE(hit.snippet.text);
    CHECK(pieces(hit.snippet.text, hit.snippet.highlights) == Words{"البطارية"});
    CHECK(hit.snippet.text.starts_with("…") == (hit.id != "c"));
    CHECK(hit.snippet.text.ends_with("…") == (hit.id != "b"));
  }
}

TEST_CASE("a phrase is shown where it stands, not where its words stand apart") {
  const std::string filler = sentences(300, "كلام كثير لا يعني شيئا هنا.");
  OpenedIndex index({article("a", "", "بطارية ثم هاتف. " + filler + "عمر بطارية هاتف واحد. " + filler)});
  const Snippet snippet = index.search("\"بطارية هاتف\"").hits.at(0).snippet;
  CHECK(snippet.text.starts_with("…عمر بطارية هاتف واحد."));
  CHECK(pieces(snippet.text, snippet.highlights) == Words{"بطارية", "هاتف"});
}

TEST_CASE("a short text is its own snippet, on one line") {
  OpenedIndex index({article("a", "", "  سطر أول\nسطر\tثان.  ")});
  const Snippet snippet = index.search("سطر").hits.at(0).snippet;
  CHECK(snippet.text == "سطر أول سطر ثان.");
  CHECK(pieces(snippet.text, snippet.highlights) == Words{"سطر", "سطر"});
}

TEST_CASE("without a match the beginning is shown") {
  OpenedIndex index({article("a", "عنوان", "البداية هنا. " + sentences(100, "ثم بقية."))});
  const Snippet snippet = index.search("عنوان").hits.at(0).snippet;
  CHECK(snippet.text.starts_with("البداية هنا."));
  CHECK(snippet.text.ends_with("…"));
  CHECK(snippet.highlights.empty());
}

TEST_CASE("a list without a query shows how articles begin, in whole words") {
  OpenedIndex index({article("long", "", "\n البداية هنا:\n" + sentences(20, "كلمة - كلمتان")),
                     article("short", "", " سطر\nوسطر "), article("none", "", ""),
                     article("one word", "", std::string(5000, 'a'))});
  for (const Hit& hit : index.search("").hits) {
    CAPTURE(hit.id);
    const std::string& shown = hit.snippet.text;
    CHECK(hit.snippet.highlights.empty());
    CHECK(count_code_points(shown) <= 241);
    if (hit.id == "long") CHECK(shown.starts_with("البداية هنا: كلمة - كلمتان كلمة"));
    if (hit.id == "long") CHECK((shown.ends_with("كلمة…") || shown.ends_with("كلمتان…")));
    if (hit.id == "short") CHECK(shown == "سطر وسطر");
    if (hit.id == "none") CHECK(shown.empty());
    if (hit.id == "one word") CHECK(shown == std::string(240, 'a') + "…");
  }
}

TEST_CASE("no snippet of any text breaks a law") {
  const std::vector<std::string> texts{"",
                                       " ",
                                       "🔥🔥🔥",
                                       std::string(5000, 'a') + " هاتف",
                                       "هاتف",
                                       sentences(500, "هاتف"),
                                       sentences(300, "ا") + "هاتف",
                                       "هاتف" + std::string(2000, '.'),
                                       std::string(2000, '.') + "هاتف",
                                       "\xFF\xFEهاتف\xFF",
                                       sentences(99, "«هاتف»")};
  std::vector<Article> articles;
  for (const std::string& text : texts)
    articles.push_back(article(std::to_string(articles.size()), "هاتف", text));
  OpenedIndex index(articles);
  for (const Hit& hit : index.search("هاتف").hits) {
    CAPTURE(hit.id);
    check_law(hit.snippet.text, hit.snippet.highlights);
    check_law(hit.title, hit.title_highlights);
    CHECK(hit.title_highlights.size() == 1);
    CHECK(is_valid_utf8(hit.snippet.text));
    CHECK(hit.snippet.text.find('\n') == std::string::npos);
  }
}

}  // namespace
}  // namespace fihrist
