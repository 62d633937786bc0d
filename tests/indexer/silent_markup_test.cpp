// SPDX-License-Identifier: GPL-3.0-or-later
// Which scripts and style sheets go before a page is parsed, and which stay because their end is not certain.
#include "indexer/extraction/silent_markup.hpp"

#include <doctest/doctest.h>

namespace fihrist {
namespace {

struct Row {
  std::string_view given;
  std::string_view left;
};

}  // namespace

TEST_CASE("scripts and style sheets are emptied") {
  for (const auto& [given, left] : {
           Row{"<p>قبل</p><script>var a = '<p>';</script><p>بعد</p>",
               "<p>قبل</p><script></script><p>بعد</p>"},
           Row{"<style media=print>p > a { }</style>نص", "<style media=print></style>نص"},
           Row{"<SCRIPT src='a>b'>x</Script >نص", "<SCRIPT src='a>b'></Script >نص"},
           Row{"<script>a</scripts></script>نص", "<script></script>نص"},
           Row{"<script><!--\na();\n//--></script>نص", "<script></script>نص"},
           Row{"<script>a</script><script>b</script>", "<script></script><script></script>"},
           Row{"<a title=\"<script>\">نص</a><style>x</style>", "<a title=\"<script>\">نص</a><style></style>"},
           Row{"<!-- <script> --><p>نص</p><style>x</style>", "<!-- <script> --><p>نص</p><style></style>"},
           Row{"<!--><script>x</script>", "<!--><script></script>"},
           Row{"<!---><script>x</script>", "<!---><script></script>"},
           Row{"<!-- --!><script>x</script>", "<!-- --!><script></script>"},
           Row{"<title><style></title><style>x</style>", "<title><style></title><style></style>"},
           Row{"1 < 2 </> <? > <script>x</script>", "1 < 2 </> <? > <script></script>"},
           Row{"<svg/><style>x</style>", "<svg/><style></style>"},
       }) {
    CAPTURE(given);
    CHECK(without_silent_markup(given) == left);
  }
}

TEST_CASE("what may hold words, or whose end is not certain, stays as it is") {
  for (const std::string given : {
           R"(<script type="application/ld+json">{"headline":"عنوان"}</script>)",
           R"(<script type="application/ld&#43;json">{}</script>)",
           "<svg><style>a<p>نص</p></style></svg>",
           "<select><style></select>نص</style>",
           "<frameset><script>نص</script></frameset>",
           "<!-- <script>a</script> -->",
           "<a title='<style>'>نص</a title='</style>'>",
           "<textarea><script>a</script></textarea>",
           "<script><!-- <script> </script> نص --></script><style>x</style>",
           "<plaintext><script>a</script>",
           "<script>لا نهاية له",
           "<style>a</style",
           "<!-- <style>a</style>",
           "<p title=\"<style>a</style>",
           "نص <",
           "نص </",
           "نص",
           "",
       }) {
    CAPTURE(given);
    CHECK(without_silent_markup(given) == given);
  }
}

}  // namespace fihrist
