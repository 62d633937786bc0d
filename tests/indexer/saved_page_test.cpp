// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of what saving programs leave in pages.
#include "indexer/extraction/saved_page.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace fihrist {
namespace {

TEST_CASE("the comments of programs that save pages give address and time") {
  struct Row {
    std::string_view html;
    std::string_view url;
    std::string_view captured;
  };
  for (const Row& row :
       {Row{"<!-- saved from url=(0024)https://example.com/2017 --><html>", "https://example.com/2017", ""},
        Row{"<html><!--\n Page saved with SingleFile \n url: https://example.com/a \n saved date: Fri Mar 03 "
            "2017 "
            "04:27:37 GMT+0100 (CET)\n--><body>",
            "https://example.com/a", "2017-03-03T04:27:37"},
        Row{"<html><body></body></html><!-- Mirrored from example.com/a.html by HTTrack Website Copier/3.x "
            "[XR&CO'2014], Fri, 03 Mar 2017 03:27:37 GMT -->",
            "http://example.com/a.html", "2017-03-03T03:27:37Z"},
        Row{"<!-- saved from url=(0016)about:internet -->", "", ""},
        Row{"<!-- saved from url=(0030)file:///C:/pages/a.html -->", "", ""},
        Row{"<!-- saved from url=(", "", ""}, Row{"<p>Mirrored from here by HTTrack</p>", "", ""}}) {
    CAPTURE(row.html);
    const SavedFrom saved = read_saved_from(row.html);
    CHECK(saved.url == row.url);
    const std::string captured = saved.captured ? to_iso(*saved.captured).substr(0, row.captured.size()) : "";
    CHECK(captured == row.captured);
  }
}

}  // namespace
}  // namespace fihrist
