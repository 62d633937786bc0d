// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of mending markup: a parser reads the result to its end, and nothing that was sound changes.
#include "indexer/readers/xml_mender.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/byte_sources.hpp"

namespace fihrist {
namespace {

std::string mended(std::string text) {
  const auto source = open_text(std::move(text));
  XmlDecoder decoder(*source);
  XmlMender mender(decoder);
  std::string out;
  for (std::string_view piece = mender.next(); !piece.empty(); piece = mender.next()) out += piece;
  return out;
}

TEST_CASE("what stops a parser is mended and everything else stays") {
  struct Row {
    std::string_view written;
    std::string_view mended;
  };
  for (const Row& row : {
           Row{"<a x='1' y=\"2\"><b/>نص &amp; &#1576;</a>", "<a x='1' y=\"2\"><b/>نص &amp; ب</a>"},
           Row{"<a>1 < 2 <3 & 4</a>", "<a>1 &lt; 2 &lt;3 &amp; 4</a>"},
           Row{"<a>x<y@example.org></a>", "<a>x&lt;y@example.org></a>"},
           Row{"<a>&nbsp;&hellip;&unknown;</a>", "<a>\u00A0…&amp;unknown;</a>"},
           Row{"<a>&#0;&#xD83D;&#xDE00;&#xD83D;&#146;&#1;&#60;</a>", "<a>\uFFFD\U0001F600\uFFFD’&#60;</a>"},
           Row{"<a><b>x<i></b>y</a>", "<a><b>x<i></i></b>y</a>"},
           Row{"<a>x</i>y</a></a>", "<a>xy</a>"},
           Row{"<a>x]]>y</a>", "<a>x]]&gt;y</a>"},
           Row{"<a><![CDATA[1 < 2 & ]]]]><![CDATA[>]]></a>", "<a><![CDATA[1 < 2 & ]]]]><![CDATA[>]]></a>"},
           Row{"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e \"x\">]><!-- < --><a><?p q?></a>", "<a></a>"},
           Row{"<a><b>x", "<a><b>x</b></a>"},
           Row{"<a/><a/>", "<a/><a/>"},
           Row{"<a x=1 y z='2'w='3' x='4'>", "<a x=\"1\" z=\"2\" w=\"3\"></a>"},
           Row{"<a x='b & < c'>", "<a x=\"b &amp; &lt; c\"></a>"},
           Row{"<a x=\"1><b>y</b></a>", "<a><b>y</b></a>"},
           Row{"<a <b>x</b></a>", "<a><b>x</b></a>"},
       }) {
    CAPTURE(row.written);
    CHECK(mended(std::string(row.written)) == row.mended);
  }
}

TEST_CASE("long text beyond ASCII becomes a section, whatever stands in it") {
  const std::string letters(80, 'x');
  for (const std::string_view end : {"", "]", "]]", "]]>", "]]>]]>", "&gt;"}) {
    CAPTURE(end);
    const std::string text = letters + "نص" + std::string(end);
    const std::string out = mended("<a>" + text + "</a>");
    CHECK(out.starts_with("<a><![CDATA[" + letters + "نص"));
    CHECK(mended(out) == out);
  }
  CHECK(mended("<a>" + letters + "نص]]>y</a>") == "<a><![CDATA[" + letters + "نص]]]]><![CDATA[>y]]></a>");
  CHECK(mended("<a>" + letters + "</a>") == "<a>" + letters + "</a>");
  // References of XML in it are its signs, but none that would end the section.
  CHECK(mended("<a>" + letters + "نص&lt;p&gt;&amp;amp;&quot;&apos;&nbsp;]]&gt;&lt;" + letters + "</a>") ==
        "<a><![CDATA[" + letters + "نص<p>&amp;\"']]>\u00A0]]&gt;&lt;" + letters + "</a>");
  CHECK(mended("<a>" + letters + "نص]]&gt;" + letters + "</a>") ==
        "<a><![CDATA[" + letters + "نص]]]]>&gt;" + letters + "</a>");
}

TEST_CASE("mending twice changes nothing") {
  const std::string once = mended("<a>x < y & z &nbsp; ]]> <b c=d e>&#1;<i></b></q>");
  CHECK(mended(once) == once);
}

TEST_CASE("hostile markup is mended in linear time and bounded depth") {
  for (const std::string_view piece : {"<", "<a", "<a>", "</a>", "<a b='", "<a b=\"x", "&", "&#", "]", "]]>",
                                       "<![CDATA[", "<!--", "<?x ", "<!DOCTYPE ", "<a b=c "}) {
    CAPTURE(piece);
    std::string hostile;
    while (hostile.size() < 200'000) hostile += piece;
    CHECK(mended(hostile).size() <= 10 * hostile.size());
  }
}

}  // namespace
}  // namespace fihrist
