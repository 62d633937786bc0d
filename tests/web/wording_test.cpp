// SPDX-License-Identifier: GPL-3.0-or-later
// What every page is worded with: above all the archive's own name.
#include "web/wording.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"
#include "web/feed.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr const char* title = "أرشيف \"Tech & Co\" <b>";
constexpr const char* title_html =
    "أرشيف &quot;<bdi dir=\"ltr\" lang=\"en\" class=\"unit\">Tech &amp; Co</bdi>&quot; &lt;<bdi dir=\"ltr\" "
    "lang=\"en\">b</bdi>&gt;";

}  // namespace

TEST_CASE("the archive's own name heads every page, isolated and escaped, in every language") {
  OpenFront front({.site = {.title = "أرشيف Tech & Co"}});
  for (const char* target : {"/", "/search?q=a", "/search?from=soon", "/article/s8", "/2017", "/2017/01",
                             "/undated", "/help", "/nothing", "/?lang=en", "/2017?lang=fr"}) {
    CAPTURE(target);
    const std::string page = front.get(target).body;
    CHECK(in_order(page, {"أرشيف \xE2\x81\xA6Tech &amp; Co\xE2\x81\xA9</title>", "class=\"brand\"",
                          "<span><bdi>أرشيف <bdi dir=\"ltr\" lang=\"en\" class=\"unit\">Tech &amp; "
                          "Co</bdi></bdi></span></a>"}));
    CHECK(page.find("الفهرست</") == page.npos);
  }
}

TEST_CASE("pages that are made beforehand have the name too") {
  OpenFront front({.site = {.title = "أرشيفي"}});
  CHECK(front.front.failure(414).body.find("<span><bdi>أرشيفي</bdi></span>") != std::string::npos);
}

TEST_CASE("feeds and the search description have the name") {
  OpenFront front({.site = {.title = "أرشيف <التقنية> العربية الكبير"}});
  CHECK(in_order(front.get("/feed.atom").body, {"<title>أرشيف &lt;التقنية&gt; العربية الكبير</title>",
                                                "<name>أرشيف &lt;التقنية&gt; العربية الكبير</name>"}));
  CHECK(front.get("/opensearch.xml").body.find("<ShortName>أرشيف &lt;التقنية&gt; </ShortName>") !=
        std::string::npos);
}

TEST_CASE("a name is text, whatever it holds") {
  const Wording wording(Language::arabic, "", title);
  const std::string page = render_page(templates(), wording, {.feed_url = "/f"}, Html{}).body;
  CHECK(page.find("<b>") == page.npos);
  CHECK(page.find("title=\"أرشيف &quot;Tech &amp; Co&quot; &lt;b&gt;\"") != page.npos);
  CHECK(count_of(page, title_html) == 1);
}

TEST_CASE("overrides of direction do not survive in a name") {
  CHECK(Wording(Language::arabic, "", "أرشيف\xE2\x80\xAE").site_name == "أرشيف");
}

TEST_CASE("without a name of its own an archive has the program's") {
  CHECK(Wording(Language::arabic, "").site_name == "الفهرست");
  CHECK(Wording(Language::french, "").site_name == "Fihrist");
}
