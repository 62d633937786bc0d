// SPDX-License-Identifier: GPL-3.0-or-later
// Text becomes markup: escaped, isolated, marked, and well nested whatever comes.
#include "web/html.hpp"

#include <doctest/doctest.h>

#include "analysis/utf8.hpp"

using namespace fihrist;

namespace {

std::string inline_of(const std::string& text, const std::vector<Highlight>& highlights = {}) {
  return inline_html(text, highlights).markup();
}

/// The text of markup that holds no references.
std::string without_tags(std::string markup) {
  for (std::size_t at = markup.find('<'); at != markup.npos; at = markup.find('<', at))
    markup.erase(at, markup.find('>', at) + 1 - at);
  return markup;
}

/// Tags close in the opposite order of their opening.
bool is_well_nested(const std::string& markup) {
  std::vector<std::string> open;
  for (std::size_t at = markup.find('<'); at != markup.npos; at = markup.find('<', at + 1)) {
    const std::string tag = markup.substr(at + 1, markup.find_first_of(" >", at) - at - 1);
    if (tag[0] != '/') {
      open.push_back(tag);
    } else {
      if (open.empty() || "/" + open.back() != tag) return false;
      open.pop_back();
    }
  }
  return open.empty();
}

}  // namespace

TEST_CASE("the five characters that mean something in markup become references") {
  CHECK(escape(R"(<a href="x" title='y'>&amp;)") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
  CHECK(escape("نص عادي") == "نص عادي");
}

TEST_CASE("each left-to-right run is isolated with the number and unit that belong to it") {
  struct Row {
    const char* text;
    const char* markup;
  };
  const Row rows[] = {
      {"ذاكرة 6 GB", R"(ذاكرة <bdi dir="ltr" lang="en" class="unit">6 GB</bdi>)"},
      {"لغة C++ سريعة", R"(لغة <bdi dir="ltr" lang="en">C++</bdi> سريعة)"},
      {"هاتف Galaxy S8 -نوكيا", R"(هاتف <bdi dir="ltr" lang="en" class="unit">Galaxy S8</bdi> -نوكيا)"},
      {"في 2017 وحدها", "في 2017 وحدها"},
      {"AT&T اليوم", R"(<bdi dir="ltr" lang="en">AT&amp;T</bdi> اليوم)"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(inline_of(row.text) == row.markup);
  }
}

TEST_CASE("a highlight is a mark around the whole word") {
  CHECK(inline_of("وللمستخدمين جديد", {{0, 11}}) == "<mark>وللمستخدمين</mark> جديد");
}

TEST_CASE("a highlight inside a run is marked inside the isolation") {
  CHECK(inline_of("هاتف Galaxy S8", {{5, 11}}) ==
        R"(هاتف <bdi dir="ltr" lang="en" class="unit"><mark>Galaxy</mark> S8</bdi>)");
}

TEST_CASE("a highlight that crosses the edge of a run is split there") {
  const std::string markup = inline_of("شبكةVPN هنا", {{0, 7}});
  CHECK(is_well_nested(markup));
  CHECK(without_tags(markup) == "شبكةVPN هنا");
  CHECK(markup.find("<mark>شبكة</mark>") == 0);
  CHECK(markup.find("<mark>VPN</mark></bdi>") != markup.npos);
}

TEST_CASE("highlights next to each other stay two marks") {
  CHECK(inline_of("ابجد", {{0, 2}, {2, 4}}) == "<mark>اب</mark><mark>جد</mark>");
}

TEST_CASE("highlights count code points and not bytes") {
  CHECK(inline_of("😀 كلمة", {{2, 6}}) == "😀 <mark>كلمة</mark>");
}

TEST_CASE("highlights beyond the text are left out and never read past its end") {
  CHECK(inline_of("كلمة", {{0, 4000000000U}}) == "<mark>كلمة</mark>");
  CHECK(inline_of("كلمة", {{9, 12}}) == "كلمة");
  CHECK(inline_of("", {{0, 1}}).empty());
}

TEST_CASE("marks and runs are well nested wherever highlights fall") {
  const std::string text = "أ Galaxy S8 ب 6 GB جC++د";
  const auto length = static_cast<std::uint32_t>(count_code_points(text));
  for (std::uint32_t begin = 0; begin < length; ++begin)
    for (std::uint32_t end = begin + 1; end <= length; ++end) {
      CAPTURE(begin);
      CAPTURE(end);
      const std::string markup = inline_of(text, {{begin, end}});
      CHECK(is_well_nested(markup));
      CHECK(without_tags(markup) == text);
    }
}

TEST_CASE("invalid UTF-8 with highlights neither hangs nor loses the text behind it") {
  const std::string markup = inline_of("\xFF\xC3 كلمة", {{3, 7}});
  CHECK(markup.find("<mark>كلمة</mark>") != markup.npos);
}

TEST_CASE("paragraphs become elements, empty lines none, and highlights fall into their own paragraph") {
  CHECK(paragraphs_html("أول\n\n  \nثان C++", {{8, 11}, {12, 15}}).markup() ==
        "<p>أول</p>\n<p><mark>ثان</mark> <bdi dir=\"ltr\" lang=\"en\"><mark>C++</mark></bdi></p>\n");
  CHECK(paragraphs_html("").empty());
}

TEST_CASE("a name of unknown direction is isolated") {
  CHECK(isolated_html("أحمد").markup() == "<bdi>أحمد</bdi>");
  CHECK(isolated_html("<b>").markup().find("<b>") == std::string::npos);
}

TEST_CASE("a date of digits keeps its order behind an Arabic word, and other numbers are left alone") {
  const auto isolated = [](const std::string& date) {
    return "<bdi dir=\"ltr\" lang=\"en\">" + date + "</bdi>";
  };
  struct Row {
    std::string text, markup;
  };
  const Row rows[] = {
      {"شهر:2017-01", "شهر:" + isolated("2017-01")},
      {"بعد:2016-06 قبل:2017-01-20", "بعد:" + isolated("2016-06") + " قبل:" + isolated("2017-01-20")},
      {"هاتف 71-123-456", "هاتف 71-123-456"},
      {"رقم 12345-67", "رقم 12345-67"},
      {"رقم 2017-01-2017", "رقم 2017-01-2017"},
      {"موسم 2016-2017", "موسم 2016-2017"},
      {"سنة:2017", "سنة:2017"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(inline_html(row.text).markup() == row.markup);
  }
}

TEST_CASE("a text without an Arabic letter is one run, with its punctuation") {
  CHECK(inline_html("What is C++?").markup() ==
        "<bdi dir=\"ltr\" lang=\"en\" class=\"unit\">What is C++?</bdi>");
  CHECK(inline_html("(Part one).", {{1, 5}}).markup() ==
        "<bdi dir=\"ltr\" lang=\"en\" class=\"unit\">(<mark>Part</mark> one).</bdi>");
  CHECK(inline_html("2017").markup() == "2017");
}
