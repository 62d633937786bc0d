// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of stripping HTML: text and paragraphs stay, everything else goes, at any cost but time.
#include "indexer/html_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/plain_text.hpp"

namespace fihrist {
namespace {

TEST_CASE("tags go and paragraphs stay") {
  struct Row {
    std::string_view html;
    std::string_view text;
  };
  for (const Row& row : {
           Row{"<p>أولى</p><p>ثانية</p>", "أولى\nثانية"},
           Row{"أولى<br>ثانية<BR/>ثالثة", "أولى\nثانية\nثالثة"},
           Row{"<p>زر <b>الش</b>راء</p>", "زر الشراء"},
           Row{"<ul><li>أ</li><li>ب</li></ul>ج", "أ\nب\nج"},
           Row{"<table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td></tr></table>", "أ ب\nج"},
           Row{"أ\n  ب\t\tج", "أ ب ج"},
           Row{"<pre>a\n  b</pre>c\nd", "a\n  b\nc d"},
           Row{"<script>var a = '<p>';</script>نص<style>p{}</style>", "نص"},
           Row{"<SCRIPT>x</SCRIPT >نص", "نص"},
           Row{"أ<!-- <p>ب</p> -->ج<![CDATA[x]]>د<?php ?>ه", "أجده"},
           Row{"<a href=\"x>y\" title='<b>'>رابط</a>", "رابط"},
           Row{"&lt;p&gt; &amp;amp; &quot;&#1576;&#x628;&laquo;&nbsp;&raquo;", "<p> &amp; \"بب«\u00A0»"},
           Row{"&unknown; & &; &#0; &#xZZ; AT&T", "&unknown; & &; &#0; &#xZZ; AT&T"},
           Row{"&#xD800;&#x110000;", "\uFFFD\uFFFD"},
           Row{"5 < 6 و 7 > 3 <3", "5 < 6 و 7 > 3 <3"},
           Row{"نص<p", "نص<p"},
           Row{"نص<!-- بلا نهاية", "نص"},
           Row{"نص<script>بلا نهاية", "نص"},
           Row{"<a title=\"بلا نهاية>نص</a>", "نص"},
       }) {
    CAPTURE(row.html);
    CHECK(tidy_text(html_to_text(row.html)) == row.text);
  }
}

TEST_CASE("markup and blanks count wherever in a long text they stand") {
  struct Row {
    std::string_view html;
    std::string_view text;
  };
  for (const Row& row :
       {Row{"<br>", "\n"}, Row{"  ", " "}, Row{"\n", " "}, Row{" \t ", " "}, Row{"&amp;", "&"},
        Row{"<b> </b> ", " "}, Row{" <!-- --> ", " "}, Row{"<", "<"}, Row{"&", "&"}})
    for (std::size_t length = 1; length < 40; ++length) {
      CAPTURE(row.html);
      CAPTURE(length);
      const std::string before(length, 'x');
      const std::string words = "نص عربي طويل" + before;
      CHECK(html_to_text(before + std::string(row.html) + words + std::string(row.html) + words) ==
            before + std::string(row.text) + words + std::string(row.text) + words);
    }
}

TEST_CASE("hostile HTML is read in linear time") {
  for (const std::string_view piece :
       {"<", "<a", "<a '", "<a \"", "<!--", "<p>", "&", "&#", "<script>", "</"}) {
    CAPTURE(piece);
    std::string html;
    while (html.size() < 300'000) html += piece;
    CHECK(html_to_text(html).size() <= html.size() + 1);
  }
}

}  // namespace
}  // namespace fihrist
