// SPDX-License-Identifier: GPL-3.0-or-later
// Citations say who, what, where and when, and no title breaks their form.
#include "web/citation.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("a citation is a sentence, with Latin names isolated") {
  CHECK(in_order(shared().get("/article/s8").body, {"<p class=\"citation\">", "أحمد منصور", "، ", "Galaxy S8",
                                                    "، ", "The Verge", "، 20 يناير 2017."}));
}

TEST_CASE("BibTeX and RIS hold the fields that reference managers read") {
  const Response bib = shared().ask("/article/s8.bib", {.host = "archive.example.org"});
  CHECK(bib.content_type == "application/x-bibtex; charset=utf-8");
  CHECK(in_order(bib.body, {"@online{fihrist-", "title = {سامسونج تعلن عن هاتف Galaxy S8}",
                            "author = {{أحمد منصور}}", "date = {2017-01-20}", "organization = {The Verge}",
                            "url = {https://example.org/s8}", "http://archive.example.org/article/s8"}));
  const Response ris = shared().ask("/article/s8.ris", {.host = "archive.example.org"});
  CHECK(in_order(ris.body, {"TY  - ELEC\r\n", "TI  - سامسونج تعلن عن هاتف Galaxy S8\r\n",
                            "AU  - أحمد منصور\r\n", "PY  - 2017\r\n", "DA  - 2017/01/20/\r\n",
                            "UR  - https://example.org/s8\r\n", "LA  - ar\r\n", "ER  - "}));
  CHECK(shared().get("/article/none.bib").status == 404);
}

TEST_CASE("a hostile title stays inside its field") {
  const Article article{
      .id = "x", .title = "a}\n@evil{\\input{/etc/passwd} % $&#_^~", .authors = {"x\r\nTY  - BOOK"}};
  const std::string entry = bibtex(article, "");
  CHECK(entry.find("title = {a\\} @evil\\{\\textbackslash{}input\\{/etc/passwd\\} \\% "
                   "\\$\\&\\#\\_\\textasciicircum{}\\textasciitilde{}},") != entry.npos);
  CHECK(count_of(ris(article, ""), "\r\nTY  - ") == 0);
}
