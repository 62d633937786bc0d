// SPDX-License-Identifier: GPL-3.0-or-later
// The templates themselves: what may stand in them.
#include "web/templates.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <regex>

#include "tests/project_top.hpp"
#include "tests/schema/temporary_directory.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;

namespace {

/// Every template by name.
std::vector<std::pair<std::string, std::string>> all_templates() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& entry : std::filesystem::directory_iterator(test::project_top() / "web/templates"))
    all.emplace_back(entry.path().filename().string(), test::read_file(entry.path()));
  return all;
}

std::vector<std::string> matches(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), expression); at != std::sregex_iterator();
       ++at)
    found.push_back((*at)[1]);
  return found;
}

}  // namespace

TEST_CASE("only names that end with _html stand unescaped") {
  std::size_t unescaped = 0;
  for (const auto& [file, text] : all_templates()) {
    CAPTURE(file);
    CHECK(text.find("{{&") == text.npos);
    for (const std::string& name : matches(text, R"(\{\{\{ ?([^}]*?) ?\}\}\})")) {
      CAPTURE(name);
      CHECK(name.ends_with("_html"));
      ++unescaped;
    }
  }
  CHECK(unescaped > 10);
}

TEST_CASE("markup is never put through escaping") {
  for (const auto& [file, text] : all_templates()) {
    CAPTURE(file);
    for (const std::string& name : matches(text, R"((?:^|[^{])\{\{([a-z_.]+)\}\}(?:[^}]|$))")) {
      CAPTURE(name);
      CHECK_FALSE(name.ends_with("_html"));
    }
  }
}

TEST_CASE("every fixed sentence that a template asks for is in the message files") {
  const Messages messages(Language::arabic);
  for (const auto& [file, text] : all_templates()) {
    CAPTURE(file);
    for (const std::string& key : matches(text, R"(\{\{t\.([a-z0-9_]+)\}\})")) {
      CAPTURE(key);
      CHECK(messages.fixed().contains(key));
    }
  }
}

TEST_CASE("no template holds inline script, inline style or an address of another host") {
  for (const auto& [file, text] : all_templates()) {
    CAPTURE(file);
    for (const char* forbidden :
         {"<script>", " style=", " onclick", " onload", "javascript:", "http://", "https://"}) {
      CAPTURE(forbidden);
      CHECK(text.find(forbidden) == text.npos);
    }
  }
}

TEST_CASE("the style sheet knows no left and no right") {
  const std::string css = test::read_file(test::project_top() / "web/static/fihrist.css");
  CHECK(css.size() > 1000);
  const auto physical = matches(
      css,
      R"((?:^|[\s;{])((?:margin|padding|border|inset)?-?(?:left|right)\s*:|text-align:\s*(?:left|right)|float\s*:))");
  CHECK(physical.empty());
  CHECK(css.find("letter-spacing") == css.npos);
  CHECK(css.find("justify;") == css.npos);
}

TEST_CASE("text that looks like a tag of a template is not read as one") {
  Hit hit = test::a_hit();
  hit.title = "{{{content_html}}} {{t.search}}";
  Model model;
  model.set("hits", Model(hit_models({hit}, test::arabic())));
  CHECK(test::render("list", model).find("{{{content_html}}}") != std::string::npos);
}
