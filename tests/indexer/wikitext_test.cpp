// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of wikitext: words stay, what only the wiki understands goes.
#include "indexer/readers/wikitext.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/plain_text.hpp"
#include "indexer/readers/wordpress_text.hpp"

namespace fihrist {
namespace {

struct Row {
  std::string_view markup;
  std::string_view text;
};

TEST_CASE("markup of MediaWiki becomes text") {
  for (const Row& row : {
           Row{"'''الحاسوب''' آلة ''تحسب''", "الحاسوب آلة تحسب"},
           Row{"[[آلة|آلات]] و[[برمجة]]", "آلات وبرمجة"},
           Row{"{{صندوق|اسم={{قالب}}}}نص{{مرجع}}", "نص"},
           Row{"نص<ref name=\"a\">كتاب</ref> وآخر<ref name=b />.", "نص وآخر."},
           Row{"== تاريخ ==\nفقرة", "تاريخ\nفقرة"},
           Row{"* أ\n** ب\n# ج\n:د", "أ\nب\nج\nد"},
           Row{"[https://example.org الموقع] [https://example.org]", "الموقع"},
           Row{"[[ملف:a.png|thumb|شرح [[رابط]]]]نص", "نص"},
           Row{"{| class=\"x\"\n! أ !! ب\n|-\n| style=\"y\" | ج || د\n|}", "أ ب\nج د"},
           Row{"<!-- خفي -->نص <br/>سطر", "نص\nسطر"},
           Row{"__TOC__\nنص", "نص"},
           Row{"{{قالب بلا نهاية\nنص", "{{قالب بلا نهاية\nنص"},
           Row{"rock'n'roll", "rock'n'roll"},
       }) {
    CAPTURE(row.markup);
    CHECK(tidy_text(read_wikitext(row.markup).text) == row.text);
  }
}

TEST_CASE("categories are told and not shown") {
  const WikiPage page = read_wikitext("نص\n[[تصنيف:حوسبة|*]] [[Category:Computing]]");
  CHECK(tidy_text(page.text) == "نص");
  CHECK(page.categories == std::vector<std::string>{"حوسبة", "Computing"});
}

TEST_CASE("hostile wikitext is read in linear time") {
  for (const std::string_view piece :
       {"{{", "[[", "<ref>", "<!--", "'", "[http://a ", "|", "=", "]]", "}}", "[[a|"}) {
    CAPTURE(piece);
    std::string markup;
    while (markup.size() < 150'000) markup += piece;
    CHECK(read_wikitext(markup).text.size() <= 6 * markup.size());
  }
}

TEST_CASE("text of WordPress keeps its lines and loses its shortcodes") {
  for (const Row& row : {
           Row{"أولى\n\nثانية\nسطر", "أولى\nثانية\nسطر"},
           Row{"<!-- wp:paragraph -->\n<p>أولى\nمعها</p>\n<!-- /wp:paragraph -->", "أولى معها"},
           Row{"[caption id=\"a\" width=\"3\"]<img src=\"x\" /> شرح[/caption]نص", "شرحنص"},
           Row{"<p>اكتب <code>[caption id=\"1\"]</code>:</p><pre>[gallery]\n[video]</pre>[gallery]تم",
               "اكتب [caption id=\"1\"]:\n[gallery]\n[video]\nتم"},
           Row{"اكتب [[gallery ids=\"1\"]] ثم [gallery ids=\"2\"]احفظ", "اكتب [gallery ids=\"1\"] ثم احفظ"},
           Row{"<code>[gallery]", "[gallery]"},
           Row{"[gallery ids=\"1,2\"]نص [embed]https://example.org[/embed]",
               "نص https://example.org"},
           Row{"قال [كذا] و[sic] و[1]", "قال [كذا] و[sic] و[1]"},
           Row{"[plugin]نص[/plugin]", "نص"},
           Row{"<pre>a\n  b</pre>", "a\n  b"},
           Row{"<a\nhref=\"x\">رابط</a>", "رابط"},
       }) {
    CAPTURE(row.markup);
    CHECK(tidy_text(wordpress_text(row.markup)) == row.text);
  }
}

}  // namespace
}  // namespace fihrist
