// SPDX-License-Identifier: GPL-3.0-or-later
// Static files come from a table: nothing else can be reached.
#include "web/static_files.hpp"

#include <doctest/doctest.h>

#include "tests/web/rendering.hpp"

using namespace fihrist;

TEST_CASE("a file comes with its type and an ETag, and is not sent again to who has it") {
  const Response first = respond_static_file(Theme::shipped(), "fihrist.css", {});
  CHECK(first.status == 200);
  CHECK(first.content_type == "text/css; charset=utf-8");
  CHECK(first.body.size() > 1000);
  const Response again = respond_static_file(Theme::shipped(), "fihrist.css",
                                             {.if_none_match = std::string(first.header("ETag"))});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
}

TEST_CASE("the script is small") {
  CHECK(respond_static_file(Theme::shipped(), "fihrist.js", {}).body.size() < 10'000);
}

TEST_CASE("a file asked for by the hash of its bytes may be kept for ever, otherwise for minutes") {
  const std::string version = Theme::shipped().static_file("fihrist.css")->version;
  const Response versioned =
      respond_static_file(Theme::shipped(), "fihrist.css", {.parameters = {{"v", version}}});
  CHECK(versioned.header("Cache-Control").find("immutable") != std::string_view::npos);
  const Response outdated =
      respond_static_file(Theme::shipped(), "fihrist.css", {.parameters = {{"v", "old"}}});
  CHECK(outdated.header("Cache-Control") == "public, max-age=300");
}

TEST_CASE("pages link to the style sheet, the script and the icon by their hashes") {
  const std::string page = render_page(test::templates(), test::arabic(), {}, Html{}).body;
  for (const char* name : {"fihrist.css", "fihrist.js", "fihrist.svg"}) {
    CAPTURE(name);
    CHECK(page.find("/static/" + std::string(name) + "?v=" + Theme::shipped().static_file(name)->version) !=
          page.npos);
  }
}

TEST_CASE("what is not in the table is not found, however it is spelled") {
  for (const char* name : {"", "nothing", "../server.cpp", "..%2fserver.cpp", "/etc/passwd", "fihrist.css/",
                           "FIHRIST.CSS", "fihrist.css%00", "%2e%2e/fihrist.css"}) {
    CAPTURE(name);
    CHECK(respond_static_file(Theme::shipped(), name, {}).status == 404);
  }
}
