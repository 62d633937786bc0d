// SPDX-License-Identifier: GPL-3.0-or-later
// The page of results, from answers made by hand.
#include "web/results_page.hpp"

#include <doctest/doctest.h>

#include "tests/web/rendering.hpp"

using namespace fihrist;
using test::arabic;
using test::in_order;

namespace {

std::string page_of(const SearchResults& results, const SearchAddress& address,
                    const std::vector<WayOut>& ways_out = {}, const Wording& wording = arabic()) {
  return test::render("results", results_model(results, address, ways_out, wording), wording);
}

SearchResults one_hit() { return {.query = "هاتف", .total = 1, .limit = 10, .hits = {test::a_hit()}}; }

std::string heading_of(std::uint64_t total, const std::string& text) {
  return results_heading({.total = total}, {.text = text}, arabic()).markup();
}

}  // namespace

TEST_CASE("the heading counts in Arabic and isolates the query") {
  CHECK(heading_of(58, "هاتف") == "58 نتيجة عن «<bdi>هاتف</bdi>»");
  CHECK(heading_of(2, "C++") == "نتيجتان عن «<bdi><bdi dir=\"ltr\" lang=\"en\">C++</bdi></bdi>»");
  CHECK(heading_of(0, "<>") == "لا نتائج عن «<bdi>&lt;&gt;</bdi>»");
  CHECK(heading_of(100, "") == "100 مقال");
}

TEST_CASE("a count that is no exact one says so") {
  CHECK(results_heading({.total = 500, .total_is_exact = false}, {}, arabic()).markup() == "نحو 500 مقال");
}

TEST_CASE("a hit shows title, date, authors, source and snippet, each isolated and marked") {
  const std::string page = page_of(one_hit(), {.text = "هاتف"});
  CHECK(in_order(page, {"<h1>", "<ol class=\"hits\" start=\"1\">", "<h2>", "Galaxy S8</bdi></a></h2>",
                        "datetime=\"2017-01-20\">20 يناير 2017</time>", "<bdi>أحمد منصور</bdi>، ",
                        "Yassine K.</bdi>", "المصدر: ", "The Verge",
                        "ذاكرة <bdi dir=\"ltr\" lang=\"en\" class=\"unit\"><mark>6 GB</mark></bdi>"}));
}

TEST_CASE("numbers go on from page to page") {
  SearchResults results = one_hit();
  results.total = 31;
  results.offset = 20;
  CHECK(page_of(results, {.text = "هاتف", .page = 3}).find("start=\"21\"") != std::string::npos);
}

TEST_CASE("every text of a page is escaped, wherever it comes from") {
  for (const std::string payload :
       {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "</title><script>",
        "<!--", "]]>", "&lt;script&gt;", "{{{x}}}<b>", "<svg/onload=alert(1)>", "javascript:alert(1)"}) {
    CAPTURE(payload);
    Hit hit{.id = payload,
            .title = payload,
            .url = payload,
            .authors = {payload},
            .source = payload,
            .tags = {payload}};
    hit.snippet.text = payload;
    SearchResults results{.query = payload, .total = 1, .limit = 10, .hits = {hit}, .related = {hit}};
    results.did_you_mean = DidYouMean{payload, 3};
    results.also_searched = {payload};
    results.facets = Facets{
        .year = {{payload, 1}}, .author = {{payload, 1}}, .source = {{payload, 1}}, .tag = {{payload, 1}}};
    const SearchAddress address{.text = payload,
                                .authors = {payload},
                                .tags = {payload},
                                .sources = {payload},
                                .from = payload,
                                .to = payload + "x"};
    const Model model = results_model(
        results, address, {{.label = isolated_html(payload), .to = address, .total = 1}}, arabic());
    const PageFrame frame{
        .title = payload, .search = address, .newer_url = "/", .self_url = arabic().links.search(address)};
    const std::string page = render_page(test::templates(), arabic(), frame,
                                         test::templates().render("results", model, arabic().shared))
                                 .body;
    CHECK(test::foreign_scripts(page) == 0);
    for (const char* foreign :
         {"<img src=x", "<svg/", "<b>", "<!--", "onerror=alert(1)>", "href=\"javascript:"}) {
      CAPTURE(foreign);
      CHECK(page.find(foreign) == page.npos);
    }
    CHECK(test::count_of(page, "</title>") == 1);
  }
}

TEST_CASE("the order in force is marked, and relevance is not offered without words") {
  const std::string page = page_of(one_hit(), {.text = "هاتف", .sort = Sort::newest});
  CHECK(in_order(page, {"الأنسب", "aria-current=\"true\">الأحدث", "الأقدم"}));
  CHECK(page_of(one_hit(), {}).find("الأنسب") == std::string::npos);
}

TEST_CASE("what else was searched is told, with the way to search exactly, in every language") {
  struct Row {
    Language language;
    const char *what, *separator, *exactly;
  };
  const Row rows[] = {
      {Language::arabic, "بحثنا أيضًا عن: ", "</bdi>، <bdi>", ">ابحث حرفيًّا</a>"},
      {Language::english, "We also searched for: ", "</bdi>, <bdi>", ">Search exactly</a>"},
      {Language::french, "Nous avons aussi cherché : ", "</bdi>, <bdi>", ">Recherche exacte</a>"}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    SearchResults results = one_hit();
    results.also_searched = {"الهاتف", "Galaxy"};
    const std::string page = page_of(results, {.text = "هاتف"}, {}, Wording(row.language, ""));
    CHECK(in_order(page, {row.what, "<bdi>الهاتف", row.separator, "Galaxy", "exact=1", row.exactly}));
  }
  CHECK(page_of(one_hit(), {.text = "هاتف"}).find("بحثنا أيضًا") == std::string::npos);
}

TEST_CASE("related articles stand behind a heading of their own and are not numbered") {
  SearchResults results = one_hit();
  results.related = {test::a_hit()};
  CHECK(in_order(page_of(results, {.text = "هاتف"}),
                 {"</ol>", "نتائج قريبة", "<ul class=\"plain hits\">", "<h3>"}));
}

TEST_CASE("an empty page shows the ways out and what was tried") {
  const SearchResults nothing{.query = "سمسونج", .limit = 10};
  const SearchAddress address{.text = "سمسونج", .from = "2017", .to = "2017"};
  const WayOut way{.label = Html::trusted("بلا قيود:"), .to = {.text = "سمسونج"}, .total = 3};
  CHECK(in_order(page_of(nothing, address, {way}), {"لا نتائج عن", "إزالة", "role=\"status\"",
                                                    "بلا قيود:", "3 نتائج", "جرّبنا أيضًا لوحة مفاتيح أخرى"}));
  CHECK(page_of(nothing, address).find("بلا قيود") == std::string::npos);
  CHECK(page_of(one_hit(), address).find("جرّبنا") == std::string::npos);
  SearchResults meant = nothing;
  meant.did_you_mean = DidYouMean{"سامسونج", 4};
  CHECK(page_of(meant, address).find("جرّبنا") == std::string::npos);
}

TEST_CASE("a better spelling is offered with what it would find, in every language, found or not") {
  struct Row {
    Language language;
    const char *question, *count;
  };
  const Row rows[] = {{Language::arabic, "هل تقصد: <a", "(412 نتيجة)"},
                      {Language::english, "Did you mean: <a", "(412 results)"},
                      {Language::french, "Vouliez-vous dire : <a", "(412 résultats)"}};
  for (const Row& row : rows) {
    CAPTURE(row.question);
    const Wording wording(row.language, "");
    SearchResults nothing{.query = "سمسونج S8", .limit = 10};
    SearchResults something = one_hit();
    for (SearchResults* results : {&nothing, &something}) {
      results->did_you_mean = DidYouMean{"سامسونج S8", 412};
      const std::string page = page_of(*results, {.text = "سمسونج S8"}, {}, wording);
      CHECK(in_order(page, {"</h1>", row.question,
                            " href=\"/search?q=", "rel=\"nofollow\"><bdi>سامسونج <bdi dir=\"ltr\"",
                            "S8</bdi></bdi></a>", row.count, "</p>"}));
    }
  }
}

TEST_CASE("no better spelling is offered where there is none") {
  CHECK(page_of(one_hit(), {.text = "هاتف"}).find("هل تقصد") == std::string::npos);
}

TEST_CASE("a better spelling keeps the limits and the order, and begins at the first page") {
  SearchResults results = one_hit();
  results.did_you_mean = DidYouMean{"سامسونج", 1};
  results.also_searched = {"الهاتف"};
  const SearchAddress address{.text = "سمسونج",
                              .sort = Sort::newest,
                              .after = "C",
                              .authors = {"أحمد"},
                              .tags = {"هواتف"},
                              .sources = {"The Verge"},
                              .from = "2016",
                              .to = "2017"};
  SearchAddress meant = address;
  meant.text = "سامسونج";
  meant.after.clear();
  SearchAddress exact = address.first_page();
  exact.exact = true;
  const std::string page = page_of(results, address);
  for (const SearchAddress& way : {meant, exact}) {
    const std::string url = escape(arabic().links.search(way));
    CAPTURE(url);
    CHECK(page.find("href=\"" + url + "\"") != page.npos);
  }
}

TEST_CASE("what was left out of a search is said") {
  SearchResults results = one_hit();
  results.notices = {"query_cut", "expansion_capped"};
  const std::string page = page_of(results, {.text = "هاتف"});
  CHECK(page.find(arabic().messages.text("notice_query_cut")) != page.npos);
  CHECK(page.find(arabic().messages.text("notice_expansion_capped")) != page.npos);
}

TEST_CASE("the window's title holds the query, the page, and isolates Latin without markup") {
  SearchResults results{.total = 58, .limit = 10};
  CHECK(results_title(results, {.text = "هاتف", .page = 2}, arabic()) == "هاتف (صفحة 2 من 6)");
  const PageFrame frame{.title = "لغة C++"};
  const std::string page = render_page(test::templates(), arabic(), frame, Html{}).body;
  CHECK(page.find("<title>لغة \xE2\x81\xA6"
                  "C++\xE2\x81\xA9 · الفهرست</title>") != page.npos);
}

TEST_CASE("by date there are no page numbers but newer, older and a jump to a month") {
  SearchResults results = one_hit();
  results.total = 40;
  results.sort = Sort::newest;
  results.next.emplace("N");
  const std::string page = page_of(results, {.text = "هاتف", .sort = Sort::newest});
  CHECK(page.find("class=\"pages\"") == page.npos);
  CHECK(in_order(page,
                 {"step newer", "step older", "after=N", "مقالات أقدم", "اقفز إلى شهر", "type=\"month\""}));
}

TEST_CASE("pages in another language are read from left to right and keep articles Arabic") {
  const Wording english(Language::english, "/x");
  const std::string content = page_of(one_hit(), {.text = "هاتف"}, {}, english);
  CHECK(in_order(content,
                 {"1 result for", "href=\"/x/article/s8?", "lang=en", "lang=\"ar\" dir=\"rtl\">هاتف"}));
  const std::string page = render_page(test::templates(), english, {}, Html{}).body;
  CHECK(in_order(page, {"<html lang=\"en\" dir=\"ltr\">", "name=\"lang\" value=\"en\"", "hreflang=\"ar\""}));
}
